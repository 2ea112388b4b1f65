package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the failures that never reach {@link ErrorController}, such as a head that can't be read, the same form. */
@Singleton
final class ProblemErrorProcessor implements ErrorResponseProcessor<Object> {

    private final FailureForms forms;

    ProblemErrorProcessor(FailureForms forms) {
        this.forms = forms;
    }

    @Override
    @SuppressWarnings("unchecked") // Nobody looks at the type of the body any more; it is written by what it is.
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        return (MutableHttpResponse<Object>) forms.answer(
                request, context.getRootCause().orElseGet(() -> FrameworkFaults.ofStatus(request, base.getStatus())));
    }
}
