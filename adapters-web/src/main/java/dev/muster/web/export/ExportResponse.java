package dev.muster.web.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFault;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.web.shared.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export.
 *
 * @param id a UUIDv7
 * @param projectId the project
 * @param format what it is made as
 * @param status queued and running change by themselves; succeeded can be downloaded until expires_at
 * @param progress how much of it is made, in percent
 * @param filePath the name of the file as it is kept; null while there is none
 * @param manifest the files in the archive, or the one file where the format is none; null while there is none, and in
 *     lists, as it is long where there are many documents
 * @param error why it was given up: project_deleted, not_made (it failed several times) or cut_off (every server that made it
 *     ended); null unless it failed
 * @param createdAt when it was asked for
 * @param startedAt when it was first begun, or null
 * @param endedAt when it succeeded or was given up, or null
 * @param expiresAt until when it can be downloaded, or null
 */
@Schema(name = "Export")
public record ExportResponse(
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

        @Nullable Manifest manifest,
        @Schema(example = "null") @Nullable String error,
        @Schema(example = "2026-03-02T09:30:00.123456Z") Instant createdAt,

        @Schema(example = "2026-03-02T09:30:01.123456Z") @Nullable Instant startedAt,

        @Schema(example = "2026-03-02T09:30:02.123456Z") @Nullable Instant endedAt,

        @Schema(example = "2026-03-03T09:30:02.123456Z") @Nullable Instant expiresAt) {

    /** What the formats are called in the API. */
    static final WireNames<ExportFormat> FORMAT = new WireNames<>(ExportFormat.class);

    private static final WireNames<ExportStatus> STATUS = new WireNames<>(ExportStatus.class);

    /**
     * What an export consists of.
     *
     * @param files in the order in which they stand in the archive
     */
    @Schema(name = "ExportManifest")
    public record Manifest(List<File> files) {

        public Manifest {
            files = List.copyOf(files);
        }
    }

    /**
     * One file of an export.
     *
     * @param path its name in the archive, or that of the one file
     * @param bytes its length
     * @param sha256 its checksum, 64 hexadecimal digits in lower case
     */
    @Schema(name = "ExportedFile")
    public record File(
            @Schema(example = "tasks.csv") String path,
            @Schema(example = "5120") long bytes,

            @Schema(example = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            String sha256) {

        static File from(ManifestEntry entry) {
            return new File(entry.path(), entry.bytes(), entry.sha256());
        }
    }

    static ExportResponse from(Export export) {
        ExportedFile file = export.file();
        return of(
                export,
                file == null
                        ? null
                        : new Manifest(file.manifest().stream().map(File::from).toList()));
    }

    /** As lists have it. */
    static ExportResponse listed(Export export) {
        return of(export, null);
    }

    private static ExportResponse of(Export export, @Nullable Manifest manifest) {
        ExportedFile file = export.file();
        ExportFault fault = export.fault();
        return new ExportResponse(
                export.id().value(),
                export.project().value(),
                FORMAT.of(export.format()),
                STATUS.of(export.status()),
                export.progress(),
                file == null ? null : file.whole().path(),
                manifest,
                fault == null ? null : fault.code(),
                export.times().createdAt(),
                export.times().startedAt(),
                export.times().endedAt(),
                export.times().expiresAt());
    }
}
