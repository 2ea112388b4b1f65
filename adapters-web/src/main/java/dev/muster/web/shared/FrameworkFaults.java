package dev.muster.web.shared;

import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** What the HTTP server has to say about a request, in our words. */
final class FrameworkFaults {

    private static final Duration BUSY = Duration.ofSeconds(1);

    private FrameworkFaults() {}

    /** A {@link Refusal} or a {@link dev.muster.domain.shared.Failure}, or null if the error is a fault of Muster. */
    static @Nullable RuntimeException translate(HttpRequest<?> request, Throwable error) {
        return switch (error) {
            case NotAllowedException wrongMethod -> methodNotAllowed(wrongMethod);
            case HttpStatusException status -> ofStatus(request, status.getStatus());
            case ContentLengthExceededException tooLong -> bodyTooLarge();
            case BufferLengthExceededException tooLong -> bodyTooLarge();
            case UnsatisfiedRouteException unbound -> new Refusal(WebError.MISSING_BODY, "The request needs a body.");
            case ConversionErrorException unread ->
                new Refusal(WebError.MALFORMED_REQUEST, "The request can't be understood.");
            case UriSyntaxException malformed -> malformed("The request's target is not a URI.");
            case URISyntaxException malformed -> malformed("The request's target is not a URI.");
            case UnreadRequest unread -> unread.refusal();
            case ClosedChannelException gone -> malformed("The client went away.");
            case EOFException gone -> malformed("The client went away.");
            case SocketException reset -> malformed("The client went away.");
            case RejectedExecutionException full ->
                new Unavailable(SharedError.OVERLOADED, "Too many requests are waiting.", BUSY);
            default -> null;
        };
    }

    /** A refusal of which only the status is known; so it is when not even the head of the request could be read. */
    static Refusal ofStatus(HttpRequest<?> request, HttpStatus status) {
        if (faultOfHead(request) instanceof UnreadRequest unread) {
            return unread.refusal();
        }
        return switch (status) {
            case NOT_FOUND -> new Refusal(WebError.ROUTE_NOT_FOUND, "There is nothing at this path.");
            case METHOD_NOT_ALLOWED -> new Refusal(WebError.METHOD_NOT_ALLOWED, "The method is not allowed here.");
            case NOT_ACCEPTABLE ->
                new Refusal(WebError.NOT_ACCEPTABLE, "The answer can't be given in a type that is accepted.");
            case UNSUPPORTED_MEDIA_TYPE -> unsupportedMediaType();
            case REQUEST_ENTITY_TOO_LARGE -> headTooLarge(request);
            default ->
                status.getCode() < 500
                        ? malformed("The request is not sound HTTP.")
                        : new Refusal(WebError.INTERNAL_ERROR, "Something went wrong; it is not the request's fault.");
        };
    }

    static Refusal unsupportedMediaType() {
        return new Refusal(WebError.UNSUPPORTED_MEDIA_TYPE, "The body's type or coding is not one that is read here.");
    }

    private static Refusal methodNotAllowed(NotAllowedException wrongMethod) {
        String allowed = String.join(", ", new TreeSet<>(wrongMethod.getAllowedMethods()));
        return new Refusal(WebError.METHOD_NOT_ALLOWED, "The method is not allowed here; these are: " + allowed + ".")
                .withHeader(HttpHeaders.ALLOW, allowed);
    }

    private static Refusal headTooLarge(HttpRequest<?> request) {
        Throwable cause = faultOfHead(request);
        if (cause instanceof TooLongHttpLineException) {
            return new Refusal(WebError.URI_TOO_LONG, "The request's first line is too long.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Refusal(WebError.HEADERS_TOO_LARGE, "The request's headers are too large.");
        }
        return bodyTooLarge();
    }

    private static @Nullable Throwable faultOfHead(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().decoderResult().cause()
                : null;
    }

    private static Refusal bodyTooLarge() {
        return new Refusal(
                WebError.BODY_TOO_LARGE, "The body must have at most " + WebServer.MAX_BODY_BYTES + " bytes.");
    }

    private static Refusal malformed(String detail) {
        return new Refusal(WebError.MALFORMED_REQUEST, detail);
    }
}
