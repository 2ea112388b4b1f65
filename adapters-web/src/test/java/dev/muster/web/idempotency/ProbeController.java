package dev.muster.web.idempotency;

import dev.muster.web.shared.Open;
import dev.muster.web.shared.Workers;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Routes that count how often they were run; only where a test asks for them. */
@Open
@Controller("/v1/probe")
@ExecuteOn(Workers.DATABASE)
@Requires(property = "test.probe")
class ProbeController {

    static final AtomicInteger RUNS = new AtomicInteger();
    static final Semaphore BEGUN = new Semaphore(0);
    static final Semaphore RELEASED = new Semaphore(0);

    /** @param body how long the answer is to be */
    @Post("/long")
    Map<String, String> answerLong(@Body Map<String, Integer> body) {
        RUNS.incrementAndGet();
        return Map.of("text", "x".repeat(body.get("length")));
    }

    @Post("/slow")
    HttpResponse<Map<String, Integer>> answerSlowly() throws InterruptedException {
        BEGUN.release();
        RELEASED.acquire();
        return HttpResponse.created(Map.of("run", RUNS.incrementAndGet()))
                .header(HttpHeaders.LOCATION, "/v1/probe/1")
                .header(HttpHeaders.ETAG, "\"1\"");
    }

    @Post("/text")
    String text() {
        return "\"é" + RUNS.incrementAndGet() + "\"";
    }

    @Post("/nothing")
    HttpResponse<Void> nothing() {
        RUNS.incrementAndGet();
        return HttpResponse.noContent();
    }

    /** @param body which status */
    @Post("/status")
    String fail(@Body Map<String, Integer> body) {
        RUNS.incrementAndGet();
        throw new HttpStatusException(HttpStatus.valueOf(body.get("status")), "hunter2");
    }

    @Post("/bug")
    String bug() {
        RUNS.incrementAndGet();
        throw new IllegalStateException("hunter2");
    }
}
