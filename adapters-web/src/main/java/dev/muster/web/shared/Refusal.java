package dev.muster.web.shared;

import java.util.List;
import java.util.Map;

/**
 * A request that is refused before a use case sees it. Like a {@link dev.muster.domain.shared.Failure} it is an answer
 * and not a fault, so it has no stack trace.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WebError code;
    private final transient List<ProblemResponse.Place> places;
    private final transient Map<String, String> headers;

    private Refusal(WebError code, String detail, List<ProblemResponse.Place> places, Map<String, String> headers) {
        super(detail, null, false, false);
        this.code = code;
        this.places = places;
        this.headers = headers;
    }

    public Refusal(WebError code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    /** A value of the body is wrong, at a JSON Pointer. */
    public static Refusal atPointer(WebError code, String pointer, String message) {
        String detail = "The body " + (pointer.isEmpty() ? "" : "at " + pointer + " ") + message + ".";
        return new Refusal(
                code, detail, List.of(new ProblemResponse.Place(pointer, null, code.code(), message)), Map.of());
    }

    /** A query parameter is wrong. */
    public static Refusal ofParameter(WebError code, String parameter, String message) {
        String detail = "The query parameter " + parameter + " " + message + ".";
        return new Refusal(
                code, detail, List.of(new ProblemResponse.Place(null, parameter, code.code(), message)), Map.of());
    }

    /** The same refusal, answered with one more header. */
    public Refusal withHeader(String name, String value) {
        return new Refusal(code, detail(), places, Map.of(name, value));
    }

    WebError code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<ProblemResponse.Place> places() {
        return places;
    }

    Map<String, String> headers() {
        return headers;
    }
}
