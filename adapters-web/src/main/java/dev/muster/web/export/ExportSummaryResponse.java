package dev.muster.web.export;

import dev.muster.domain.export.Export;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as lists have it, without its manifest, which is long where there are many documents.
 *
 * @param id a UUIDv7
 * @param projectId the project
 * @param format what it is made as
 * @param status queued and running change by themselves; succeeded can be downloaded until expires_at
 * @param progress how much of it is made, in percent
 * @param filePath the name of the file as it is kept; null while there is none
 * @param error why it was given up: project_deleted, not_made (it failed several times) or cut_off (every server that made it
 *     ended); null unless it failed
 * @param createdAt when it was asked for
 * @param startedAt when it was first begun, or null
 * @param endedAt when it succeeded or was given up, or null
 * @param expiresAt until when it can be downloaded, or null
 */
@Schema(name = "ExportSummary")
public record ExportSummaryResponse(
        @Schema(example = "01961b2c-7f4a-7c3e-9d21-5b6a8c0e4f17")
        UUID id,

        @Schema(example = "01961b2c-7a10-7c3e-9d4f-5a6b7c8d9e0f")
        UUID projectId,

        @Schema(
                allowableValues = {"zip", "json", "csv", "markdown"},
                example = "csv")
        String format,

        @Schema(
                allowableValues = {"queued", "running", "succeeded", "failed", "expired"},
                example = "succeeded")
        String status,

        @Schema(minimum = "0", maximum = "100", example = "100")
        int progress,

        @Schema(example = "01961b2c-7f4a-7c3e-9d21-5b6a8c0e4f17-1.csv") @Nullable String filePath,

        @Schema(example = "null") @Nullable String error,
        @Schema(example = "2026-03-02T09:30:00.123456Z") Instant createdAt,

        @Schema(example = "2026-03-02T09:30:01.123456Z") @Nullable Instant startedAt,

        @Schema(example = "2026-03-02T09:30:02.123456Z") @Nullable Instant endedAt,

        @Schema(example = "2026-03-03T09:30:02.123456Z") @Nullable Instant expiresAt) {

    static ExportSummaryResponse from(Export export) {
        ExportResponse whole = ExportResponse.from(export);
        return new ExportSummaryResponse(
                whole.id(),
                whole.projectId(),
                whole.format(),
                whole.status(),
                whole.progress(),
                whole.filePath(),
                whole.error(),
                whole.createdAt(),
                whole.startedAt(),
                whole.endedAt(),
                whole.expiresAt());
    }
}
