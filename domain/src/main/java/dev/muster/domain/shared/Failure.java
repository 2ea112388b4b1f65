package dev.muster.domain.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An expected way for a request to fail, with a stable code and a sentence for the caller. Its category decides how it
 * is answered. Never holds a secret, and no stack trace, as it is an answer and not a fault; where a request asks for
 * several things, those that the failure passes on its way out say {@link #at} which of them failed, and what helps a
 * program to go on is told {@link #with} it.
 */
public abstract sealed class Failure extends RuntimeException
        permits Invalid, Unauthenticated, Denied, NotFound, Conflict, PreconditionFailed, TooMany, Unavailable {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private String place = "";

    protected Failure(ErrorCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The stable code. */
    public final ErrorCode code() {
        return code;
    }

    /** One sentence for the caller, free of secrets and internals. */
    public final String detail() {
        return String.valueOf(getMessage());
    }

    /**
     * This failure, of what stands below this place of the request.
     *
     * @param parent a JSON Pointer, which goes before the place that is known so far
     */
    public final Failure at(String parent) {
        place = parent + place;
        return this;
    }

    /** Which part of the request failed, as a JSON Pointer (RFC 6901); empty where it is the request as a whole. */
    public final String place() {
        return place;
    }

    /**
     * This failure, telling more than every failure tells (RFC 9457, section 3.2).
     *
     * @param name in snake_case, none of the names that all answers have
     * @param value a text, or a list or map of texts
     */
    public final Failure with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    /** What else it tells, by name; mostly nothing. */
    public final Map<String, Object> extensions() {
        return Collections.unmodifiableMap(extensions);
    }
}
