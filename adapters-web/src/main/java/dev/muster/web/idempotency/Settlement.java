package dev.muster.web.idempotency;

import dev.muster.application.idempotency.EndRequest;
import dev.muster.application.idempotency.EndRequest.Outcome;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Workers;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the answer of a request that was run for its key, before it is sent, or sets the key free. */
@Singleton
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** A request that nobody understood, that another token, type or time may cure. The rest of 4xx is a result. */
    private static final Set<Integer> CURABLE = Set.of(400, 401, 406, 408, 413, 415, 429);

    private final EndRequest endRequest;
    private final JsonBodies<Object> json;
    private final ExecutorService workers;

    Settlement(EndRequest endRequest, JsonBodies<Object> json, @Named(Workers.DATABASE) ExecutorService workers) {
        this.endRequest = endRequest;
        this.json = json;
        this.workers = workers;
    }

    /** The answer, when it is kept. That it can't be kept is no reason to withhold it: what it tells has happened. */
    CompletableFuture<MutableHttpResponse<?>> settle(
            KeyClaim claim, HttpRequest<?> request, MutableHttpResponse<?> response) {
        byte[] body = written(response);
        String answer = KeptAnswer.of(response, body);
        try {
            return CompletableFuture.runAsync(() -> end(claim, outcome(response.code()), answer), workers)
                    .thenApply(done -> response);
        } catch (RejectedExecutionException full) {
            report(full);
            return CompletableFuture.completedFuture(response);
        }
    }

    private void end(KeyClaim claim, Outcome outcome, String answer) {
        try {
            endRequest.end(claim, outcome, answer);
        } catch (RuntimeException failed) {
            report(failed);
        }
    }

    private static void report(RuntimeException failed) {
        LOG.warn(
                "An answer could not be kept for its idempotency key ({}); a repeat gets 409",
                failed.getClass().getName());
    }

    private static Outcome outcome(int status) {
        if (status >= 500) {
            return Outcome.BROKEN;
        }
        return CURABLE.contains(status) ? Outcome.OPEN : Outcome.FINAL;
    }

    /** Writes the body now, so that what is kept and what is sent are the same bytes. */
    private byte[] written(MutableHttpResponse<?> response) {
        Object body = response.getBody().orElse(null);
        if (body == null) {
            return new byte[0];
        }
        byte[] bytes = bytes(response, body);
        response.body((Object) bytes);
        return bytes;
    }

    private byte[] bytes(MutableHttpResponse<?> response, Object body) {
        MediaType type = response.getContentType().orElse(MediaType.APPLICATION_JSON_TYPE);
        if (body instanceof CharSequence text) {
            response.contentType(type);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        json.writeTo(Argument.OBJECT_ARGUMENT, type, body, response.getHeaders(), bytes);
        return bytes.toByteArray();
    }
}
