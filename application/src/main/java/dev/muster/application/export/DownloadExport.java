package dev.muster.application.export;

import static java.util.Objects.requireNonNull;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.UserId;
import java.io.InputStream;
import java.time.Instant;

/** Hands out the file of an export (requirement D4). */
public final class DownloadExport {

    private final ExportQueries queries;
    private final ExportFiles files;
    private final Stamps stamps;

    public DownloadExport(ExportQueries queries, ExportFiles files, Stamps stamps) {
        this.queries = queries;
        this.files = files;
        this.stamps = stamps;
    }

    /**
     * The file of one's own export.
     *
     * @throws NotFound with EXPORT_NOT_FOUND if there is no such export, with EXPORT_EXPIRED if its time is over, or
     *     the file was removed or damaged by others
     * @throws Conflict with EXPORT_NOT_READY while it waits or is being made, with EXPORT_FAILED if it was given up
     */
    public Download download(UserId owner, ExportId id) {
        Export export = queries.require(owner, id);
        ExportedFile file = export.file();
        if (file == null || !export.isReady(stamps.now())) {
            throw refused(export);
        }
        // What was promised to the client in length must come, or it would wait for the rest.
        long there = files.size(export.fileName()).orElseThrow(DownloadExport::gone);
        if (there != file.whole().bytes()) {
            throw gone();
        }
        return new Download(
                file.whole(),
                export.format(),
                requireNonNull(export.times().endedAt()),
                (offset, length) ->
                        files.open(export.fileName(), offset, length).orElseThrow(DownloadExport::gone));
    }

    private static Failure refused(Export export) {
        return switch (export.status()) {
            case QUEUED, RUNNING ->
                new Conflict(ExportError.EXPORT_NOT_READY, "The export is not made yet; look at its progress.");
            case FAILED -> new Conflict(ExportError.EXPORT_FAILED, "The export was given up; ask for another.");
            case SUCCEEDED, EXPIRED -> gone();
        };
    }

    private static NotFound gone() {
        return new NotFound(ExportError.EXPORT_EXPIRED, "The file is no longer kept; ask for another export.");
    }

    /**
     * A file to be read.
     *
     * @param file its length and its checksum
     * @param madeAt when it was made
     */
    public record Download(ManifestEntry file, ExportFormat format, Instant madeAt, Parts parts) {

        /**
         * Opens a part of it.
         *
         * @param offset of the first byte
         * @param length how many bytes
         * @return to be closed by the caller
         * @throws NotFound with EXPORT_EXPIRED if the file was removed meanwhile
         */
        public InputStream open(long offset, long length) {
            return parts.open(offset, length);
        }
    }

    /** Opens parts of one file. */
    @FunctionalInterface
    public interface Parts {
        InputStream open(long offset, long length);
    }
}
