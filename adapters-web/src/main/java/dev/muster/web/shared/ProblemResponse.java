package dev.muster.web.shared;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every failure is answered in this form (RFC 9457), as application/problem+json.
 *
 * @param type the page of the code
 * @param title the code in words
 * @param status the HTTP status code
 * @param detail what is wrong with this request
 * @param instance the path that was asked for
 * @param code stable; docs/errors.md lists all
 * @param requestId as in the header X-Request-Id
 * @param errors what is wrong where, for requests with wrong values and for one part of several; otherwise empty
 * @param extensions what else some codes tell, as further members (RFC 9457, section 3.2)
 */
@Schema(name = "Problem", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
public record ProblemResponse(
        @Schema(format = "uri-reference", example = "/docs/errors#validation_failed")
        String type,

        @Schema(example = "Validation failed") String title,
        @Schema(example = "422") int status,

        @Schema(example = "At least one value is not valid.")
        String detail,

        @Schema(format = "uri-reference", example = "/v1/tasks")
        String instance,

        @Schema(example = "validation_failed") String code,
        @Schema(example = "5b0f6c1d2e3a4f58-2a") String requestId,
        List<Place> errors,
        @Schema(hidden = true) Map<String, Object> extensions) {

    public ProblemResponse {
        errors = List.copyOf(errors);
    }

    @Override
    @JsonAnyGetter
    public Map<String, Object> extensions() {
        return extensions;
    }

    /**
     * One wrong value of the body or of the query, or the part of the body that failed.
     *
     * @param pointer where in the body, as a JSON Pointer (RFC 6901), or null
     * @param parameter which query parameter, or null
     * @param code which rule is broken
     * @param message what would be right
     */
    @Schema(name = "ProblemPlace")
    public record Place(
            @Schema(example = "/title") @Nullable String pointer,

            @Schema(example = "null") @Nullable String parameter,

            @Schema(example = "required") String code,
            @Schema(example = "must not be empty") String message) {}
}
