package dev.muster.web.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the failures that never reach {@link ErrorController}, such as a head that can't be read, the same form. */
@Singleton
final class ProblemErrorProcessor implements ErrorResponseProcessor<ProblemResponse> {

    private final Problems problems;

    ProblemErrorProcessor(Problems problems) {
        this.problems = problems;
    }

    @Override
    public MutableHttpResponse<ProblemResponse> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        return problems.answer(
                request, context.getRootCause().orElseGet(() -> FrameworkFaults.ofStatus(request, base.getStatus())));
    }
}
