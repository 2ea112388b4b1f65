package dev.muster.web.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.execution.Assignment;
import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Text;
import dev.muster.domain.shared.Violations;
import dev.muster.web.shared.ApiDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an agent.
 *
 * @param agent which one, one line of 1 to 100 characters
 * @param correlationId what the execution has in common with others, one line of 1 to 200 characters; its own id if it is
 *     absent or null
 * @param input what the agent works on: any JSON value of at most 256 KiB, null for nothing
 */
public record ExecutionRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = false,
                minLength = 1,
                maxLength = Assignment.MAX_AGENT,
                example = "reviewer")
        @Nullable String agent,

        @Schema(nullable = true, minLength = 1, maxLength = CorrelationId.MAX_LENGTH, example = "deploy-7") @Nullable Optional<String> correlationId,

        @Schema(
                implementation = Object.class,
                format = ApiDocument.ANY_JSON,
                example = "{\"task\": \"KAN-15\", \"depth\": 3}")
        @Nullable JsonNode input) {

    /**
     * What is asked, with values that keep their rules.
     *
     * @param correlationId null for the execution's own id
     */
    record Asked(
            String agent,
            @Nullable CorrelationId correlationId,
            @Nullable JsonText input) {}

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Asked asked() {
        var check = new Violations();
        String checkedAgent = "";
        if (agent == null) {
            check.add("/agent", FieldError.REQUIRED, "must be given");
        } else {
            checkedAgent = check.check("/agent", "", () -> Text.line(agent, 1, Assignment.MAX_AGENT));
        }
        String named = correlationId == null ? null : correlationId.orElse(null);
        var asked = new Asked(
                checkedAgent,
                check.<@Nullable CorrelationId>check(
                        "/correlation_id", null, () -> named == null ? null : new CorrelationId(named)),
                check.<@Nullable JsonText>check("/input", null, () -> JsonValues.text(input)));
        check.throwIfAny();
        return asked;
    }
}
