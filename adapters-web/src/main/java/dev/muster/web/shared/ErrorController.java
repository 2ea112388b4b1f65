package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** Where everything ends that a route, a filter or the server throws. */
@Hidden
@Controller
final class ErrorController {

    private final Problems problems;
    private final List<FailureForm> otherForms;

    ErrorController(Problems problems, List<FailureForm> otherForms) {
        this.problems = problems;
        this.otherForms = otherForms;
    }

    /** Produces anything, so that it is chosen whatever the client accepts. */
    @Error(global = true)
    @Produces(MediaType.ALL)
    HttpResponse<?> answer(HttpRequest<?> request, Throwable error) {
        for (FailureForm form : otherForms) {
            if (form.holdsFor(request.getPath())) {
                return form.answer(request, error);
            }
        }
        return problems.answer(request, error);
    }
}
