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

/** A route whose answer never ends; only where a test asks for it. */
@Open
@Controller("/endless")
@Requires(property = "test.endless")
class EndlessController {

    static final CompletableFuture<Boolean> CLOSED = new CompletableFuture<>();

    @Get("/download")
    @ExecuteOn(Workers.DATABASE)
    StreamedFile download() {
        return new StreamedFile(new Endless(), MediaType.APPLICATION_OCTET_STREAM_TYPE);
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
