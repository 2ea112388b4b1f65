package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Where everything ends that a route, a filter or the server throws. */
@Hidden
@Controller
final class ErrorController {

    private final FailureForms forms;

    ErrorController(FailureForms forms) {
        this.forms = forms;
    }

    /** Produces anything, so that it is chosen whatever the client accepts. */
    @Error(global = true)
    @Produces(MediaType.ALL)
    HttpResponse<?> answer(HttpRequest<?> request, Throwable error) {
        return forms.answer(request, error);
    }
}
