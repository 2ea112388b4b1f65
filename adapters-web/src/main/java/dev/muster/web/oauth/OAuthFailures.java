package dev.muster.web.oauth;

import static java.util.Objects.requireNonNull;

import dev.muster.web.shared.FailureForm;
import dev.muster.web.shared.ProblemResponse;
import dev.muster.web.shared.Problems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/**
 * Whatever goes wrong below /oauth/, told by OAuth's errors. What is not about OAuth keeps its status and its headers, such as
 * 413 or Retry-After.
 */
@Singleton
final class OAuthFailures implements FailureForm {

    private final Problems problems;

    OAuthFailures(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean holdsFor(String path) {
        return path.startsWith("/oauth/");
    }

    @Override
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable error) {
        if (error instanceof OAuthRefusal refusal) {
            return told(
                    HttpResponse.status(HttpStatus.valueOf(refusal.error().status())),
                    refusal.error(),
                    refusal.description());
        }
        MutableHttpResponse<ProblemResponse> problem = problems.answer(request, error);
        return told(
                problem,
                ofStatus(problem.code()),
                permitted(requireNonNull(problem.body()).detail()));
    }

    /** Without what a description may not hold (RFC 6749, section 5.2). */
    private static String permitted(String detail) {
        return detail.replaceAll("[^ !#-\\[\\]-~]", "?");
    }

    private static MutableHttpResponse<?> told(MutableHttpResponse<?> response, OAuthError error, String description) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Pragma", "no-cache")
                .body(new OAuthErrorResponse(error.code(), description));
    }

    private static OAuthError ofStatus(int status) {
        return switch (status) {
            case 401 -> OAuthError.INVALID_TOKEN;
            case 429, 503 -> OAuthError.TEMPORARILY_UNAVAILABLE;
            default -> status < 500 ? OAuthError.INVALID_REQUEST : OAuthError.SERVER_ERROR;
        };
    }
}
