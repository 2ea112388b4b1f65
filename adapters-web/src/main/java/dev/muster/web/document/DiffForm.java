package dev.muster.web.document;

import dev.muster.application.document.DocumentDiff;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** The forms in which a difference is answered. */
enum DiffForm {
    JSON(MediaType.APPLICATION_JSON),
    DIFF(DiffForm.X_DIFF),
    TEXT(MediaType.TEXT_PLAIN);

    static final String X_DIFF = "text/x-diff";

    private final String type;

    DiffForm(String type) {
        this.type = type;
    }

    /** The first that the client accepts, of those it likes best; JSON for who accepts anything. */
    static DiffForm of(HttpRequest<?> request) {
        for (MediaType accepted : request.accept()) {
            for (DiffForm form : values()) {
                if (accepted.matches(MediaType.of(form.type))) {
                    return form;
                }
            }
        }
        return JSON;
    }

    HttpResponse<?> answer(DocumentDiff diff) {
        return this == JSON
                ? HttpResponse.ok(DiffResponse.from(diff)).contentType(MediaType.APPLICATION_JSON_TYPE)
                : HttpResponse.ok(diff.unified()).contentType(MediaType.of(type + ";charset=utf-8"));
    }
}
