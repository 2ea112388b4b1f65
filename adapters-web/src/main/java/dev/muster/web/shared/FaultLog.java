package dev.muster.web.shared;

import dev.muster.domain.shared.LoggedFault;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes down faults: once each, on one line, where they came from, with {@code request_id} and {@code trace_id} in the
 * log's context. Messages of exceptions are left out, as they may hold what a person sent, or SQL, unless they
 * are made for a log.
 */
final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final int FRAMES = 4;
    private static final int CAUSES = 5;

    private FaultLog() {}

    static void record(HttpRequest<?> request, String requestId, Throwable fault) {
        String traceId = TraceParent.traceId(request.getHeaders().get(TraceParent.HEADER));
        try (var id = MDC.putCloseable("request_id", requestId);
                var trace = MDC.putCloseable("trace_id", traceId)) {
            LOG.error("{} failed: {}", request.getMethod(), describe(fault));
        }
    }

    private static String describe(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(cause -> cause.getClass().getName() + reason(cause) + " at " + frames(cause))
                .collect(Collectors.joining(" caused by "));
    }

    private static String reason(Throwable fault) {
        return fault instanceof LoggedFault logged ? " (" + logged.reason() + ")" : "";
    }

    private static String frames(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
