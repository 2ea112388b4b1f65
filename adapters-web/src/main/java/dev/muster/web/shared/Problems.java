package dev.muster.web.shared;

import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.TooMany;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.shared.Unavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns whatever goes wrong into the one form of answer (RFC 9457). */
@Singleton
public final class Problems {

    /** Media type of every failure. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Where the page of all codes is; the code is its fragment. */
    static final String PAGE = "/docs/errors#";

    /** The answer to a failure. A fault, which no one expected, is logged and answered without a word about it. */
    public MutableHttpResponse<ProblemResponse> answer(HttpRequest<?> request, Throwable error) {
        return switch (error) {
            case Failure failure -> ofFailure(request, failure);
            case Refusal refusal -> ofRefusal(request, refusal);
            default -> ofOther(request, error);
        };
    }

    private MutableHttpResponse<ProblemResponse> ofOther(HttpRequest<?> request, Throwable error) {
        RuntimeException known = FrameworkFaults.translate(request, error);
        if (known instanceof Failure failure) {
            return ofFailure(request, failure);
        }
        if (known instanceof Refusal refusal) {
            return ofRefusal(request, refusal);
        }
        MutableHttpResponse<ProblemResponse> answer = ofRefusal(
                request, new Refusal(WebError.INTERNAL_ERROR, "Something went wrong; it is not the request's fault."));
        FaultLog.record(request, RequestIds.of(request, answer), error);
        return answer;
    }

    private MutableHttpResponse<ProblemResponse> ofRefusal(HttpRequest<?> request, Refusal refusal) {
        MutableHttpResponse<ProblemResponse> response =
                problem(request, refusal.code().status(), refusal.code(), refusal.detail(), refusal.places(), Map.of());
        refusal.headers().forEach(response::header);
        return response;
    }

    private MutableHttpResponse<ProblemResponse> ofFailure(HttpRequest<?> request, Failure failure) {
        return switch (failure) {
            case Invalid invalid ->
                problem(request, 422, invalid.code(), invalid.detail(), places(invalid), invalid.extensions());
            case Unauthenticated unknown ->
                plain(request, 401, unknown).header(HttpHeaders.WWW_AUTHENTICATE, challenge(unknown));
            case Denied denied -> plain(request, 403, denied);
            case NotFound missing -> plain(request, 404, missing);
            case Conflict conflict -> plain(request, 409, conflict);
            case PreconditionFailed stale -> plain(request, 412, stale);
            case TooMany tooMany ->
                plain(request, 429, tooMany).header(HttpHeaders.RETRY_AFTER, seconds(tooMany.retryAfter()));
            case Unavailable busy ->
                plain(request, 503, busy).header(HttpHeaders.RETRY_AFTER, seconds(busy.retryAfter()));
        };
    }

    private static MutableHttpResponse<ProblemResponse> plain(HttpRequest<?> request, int status, Failure failure) {
        return problem(request, status, failure.code(), failure.detail(), place(failure), failure.extensions());
    }

    private static List<ProblemResponse.Place> place(Failure failure) {
        return failure.place().isEmpty()
                ? List.of()
                : List.of(new ProblemResponse.Place(
                        failure.place(), null, failure.code().code(), failure.detail()));
    }

    private static List<ProblemResponse.Place> places(Invalid invalid) {
        return invalid.violations().stream()
                .map(violation -> new ProblemResponse.Place(
                        violation.pointer(), null, violation.code().code(), violation.message()))
                .toList();
    }

    private static MutableHttpResponse<ProblemResponse> problem(
            HttpRequest<?> request,
            int status,
            ErrorCode code,
            String detail,
            List<ProblemResponse.Place> errors,
            Map<String, Object> extensions) {
        MutableHttpResponse<ProblemResponse> response = HttpResponse.status(HttpStatus.valueOf(status));
        AnswerHeaders.set(request, response);
        return response.contentType(MEDIA_TYPE)
                .body(new ProblemResponse(
                        PAGE + code.code(),
                        title(code),
                        status,
                        detail,
                        request.getPath(),
                        code.code(),
                        RequestIds.of(request, response),
                        errors,
                        extensions));
    }

    private static String title(ErrorCode code) {
        String words = code.code().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** RFC 6750, section 3: an error is named only to who tried a token. */
    private static String challenge(Unauthenticated unknown) {
        if (unknown.code() == SessionError.INVALID_ACCESS_TOKEN) {
            return "Bearer error=\"invalid_token\"";
        }
        return unknown.maxAge().map(Problems::stepUp).orElse("Bearer");
    }

    /** RFC 9470, section 3. */
    private static String stepUp(Duration maxAge) {
        return "Bearer error=\"insufficient_user_authentication\", "
                + "error_description=\"A more recent sign-in is required\", max_age=" + maxAge.toSeconds();
    }

    private static String seconds(Duration time) {
        return Long.toString(Math.max(1, time.plusMillis(999).toSeconds()));
    }
}
