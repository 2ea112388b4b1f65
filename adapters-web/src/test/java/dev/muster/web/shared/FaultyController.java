package dev.muster.web.shared;

import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.TooMany;
import dev.muster.domain.shared.Unavailable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Routes that fail in every way there is; only where a test asks for them. */
@Open
@Controller("/faults")
@Requires(property = "test.faults")
class FaultyController {

    static final Semaphore BUSY = new Semaphore(0);
    static final CountDownLatch RELEASE = new CountDownLatch(1);

    @Get("/bug")
    String bug() {
        throw new IllegalStateException("SELECT secret FROM users", new IllegalArgumentException("password=hunter2"));
    }

    /** As the body ends of a client that cuts the connection. */
    @Get("/reset")
    String reset() throws SocketException {
        throw new SocketException("Connection reset");
    }

    @Get("/error")
    String error() {
        throw new StackOverflowError("hunter2");
    }

    @Get("/denied")
    String denied() {
        throw new Denied(SharedError.OVERLOADED, "No.");
    }

    @Get("/too-many")
    String tooMany() {
        throw new TooMany(SharedError.OVERLOADED, "Slower.", Duration.ofMillis(2001));
    }

    @Get("/away")
    String away() {
        throw new Unavailable(SharedError.DATABASE_UNAVAILABLE, "Later.", Duration.ofMillis(1));
    }

    @Get("/status/{code}")
    String status(int code) {
        throw new HttpStatusException(HttpStatus.valueOf(code), "hunter2");
    }

    @Get("/unwritable")
    Object unwritable() {
        return new Object() {
            public String getName() {
                throw new IllegalStateException("hunter2");
            }
        };
    }

    @Get("/busy")
    @ExecuteOn(Workers.DATABASE)
    String busy() throws InterruptedException {
        BUSY.release();
        RELEASE.await();
        return "\"done\"";
    }
}
