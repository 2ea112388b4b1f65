package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** Another form of failures than {@link Problems}, where a standard wants it. */
public interface FailureForm {

    /** Whether failures at a path have this form. */
    boolean holdsFor(String path);

    /** The answer to a failure; as in {@link Problems}, never a word about a fault that no one expected. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable error);
}
