package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers a failure in the form that its path wants: as a problem wherever no standard wants another. */
@Singleton
final class FailureForms {

    private final Problems problems;
    private final List<FailureForm> others;

    FailureForms(Problems problems, List<FailureForm> others) {
        this.problems = problems;
        this.others = others;
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable error) {
        for (FailureForm form : others) {
            if (form.holdsFor(request.getPath())) {
                return form.answer(request, error);
            }
        }
        return problems.answer(request, error);
    }
}
