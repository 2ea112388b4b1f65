package dev.muster.web.connection;

import dev.muster.web.shared.Open;
import dev.muster.web.shared.Workers;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Routes whose answer never ends, or waits to be released; only where a test asks for them. */
@Open
@Controller("/endless")
@Requires(property = "test.endless")
class EndlessController {

    static final CompletableFuture<Boolean> CLOSED = new CompletableFuture<>();
    static final CountDownLatch BEGUN = new CountDownLatch(1);
    static final CountDownLatch RELEASE = new CountDownLatch(1);

    @Get("/download")
    @ExecuteOn(Workers.DATABASE)
    StreamedFile download() {
        return new StreamedFile(new Endless(), MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    @Get("/wait")
    @ExecuteOn(Workers.DATABASE)
    String await() throws InterruptedException {
        BEGUN.countDown();
        RELEASE.await();
        return "\"released\"";
    }

    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            return length;
        }

        @Override
        public void close() {
            CLOSED.complete(true);
        }
    }
}
