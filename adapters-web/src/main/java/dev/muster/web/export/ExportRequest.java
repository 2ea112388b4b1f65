package dev.muster.web.export;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.export.ExportFormat;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a project is to become.
 *
 * @param format zip for everything as an archive, json for one document of everything, csv for the tasks as a table, markdown
 *     for everything as a text for people
 */
public record ExportRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"zip", "json", "csv", "markdown"},
                example = "zip")
        @Nullable String format) {

    /** @throws dev.muster.domain.shared.Invalid if there is no such format */
    ExportFormat wanted() {
        var members = new Members();
        ExportFormat wanted = members.read("/format", format, ExportResponse.FORMAT::parse);
        members.finish();
        return requireNonNull(wanted);
    }
}
