package dev.muster.web.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.domain.shared.Text;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.MergePatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an execution is, as a JSON Merge Patch (RFC 7396): what is absent stays as it is.
 *
 * @param status never null; from queued to running or cancelled, from running to succeeded, failed or cancelled
 * @param output what came of it: any JSON value of at most 256 KiB, with one of the last three alone
 * @param error why it failed, any text of at most 10 000 characters, with failed alone
 */
public record ReportRequest(
        @Schema(
                nullable = false,
                allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"},
                example = "succeeded")
        @Nullable Optional<String> status,

        @Schema(implementation = Object.class, format = ApiDocument.ANY_JSON, example = "{\"findings\": []}") @Nullable JsonNode output,

        @Schema(nullable = true, maxLength = Report.MAX_ERROR, example = "The build broke.") @Nullable Optional<String> error) {

    /**
     * The report with this change. An output that means the same as the stored one is the stored one, so that a report
     * may be sent again.
     *
     * @throws dev.muster.domain.shared.Invalid with everything that is wrong
     */
    Report applyTo(Report current) {
        var patch = new MergePatch();
        var wanted = new Report(
                patch.required("/status", status, current.status(), ExecutionResponse.STATUS::parse),
                wantedOutput(patch, current.output()),
                patch.optional("/error", error, current.error(), text -> Text.block(text, Report.MAX_ERROR)));
        patch.finish();
        return wanted;
    }

    private @Nullable JsonText wantedOutput(MergePatch patch, @Nullable JsonText current) {
        if (output == null) {
            return current;
        }
        return patch.violations().<@Nullable JsonText>check("/output", current, () -> JsonValues.text(output, current));
    }
}
