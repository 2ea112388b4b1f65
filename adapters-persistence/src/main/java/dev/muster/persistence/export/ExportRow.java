package dev.muster.persistence.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFault;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.ExportTimes;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of exports. Nothing but the domain's record itself stands between, as nearly every column is one of its members. */
record ExportRow(Export export) {

    private static final String FILES = "array(select f ->> '%s' from"
            + " jsonb_array_elements(manifest -> 'files') with ordinality files (f, n) order by n)";

    private static final String NO_FILES = "array[]::text[]";

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS =
            columns(FILES.formatted("path") + ", " + FILES.formatted("bytes") + ", " + FILES.formatted("sha256"));

    /** The same, with empty manifests. */
    static final String BRIEF_COLUMNS = columns(NO_FILES + ", " + NO_FILES + ", " + NO_FILES);

    /** What never changes, in the order of {@link #bindFixed}. */
    static final String FIXED = "id, user_id, project_id, format, created_at";

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "status, progress, attempts, file_path, bytes, sha256, manifest, error, started_at,"
            + " ended_at, due_at, expires_at, version";

    /** The values of {@link #CHANGING}. */
    static final String CHANGED = """
            ?::text, ?::integer, ?::integer, ?::text, ?::bigint, ?::text, (
                select jsonb_build_object('files', coalesce(jsonb_agg(
                    jsonb_build_object('path', path, 'bytes', bytes::bigint, 'sha256', sha256) order by n), '[]'))
                from unnest(?::text[], ?::text[], ?::text[]) with ordinality files (path, bytes, sha256, n)),
            ?::text, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::bigint""";

    private static String columns(String manifest) {
        return "id, user_id, project_id, format, status, progress, attempts, file_path, bytes, sha256, " + manifest
                + ", error, created_at, started_at, ended_at, due_at, expires_at, version";
    }

    static Export read(Columns columns) throws SQLException {
        return new Export(
                new ExportId(columns.uuid()),
                new UserId(columns.uuid()),
                new ProjectId(columns.uuid()),
                ExportFormat.valueOf(constant(columns.text())),
                ExportStatus.valueOf(constant(columns.text())),
                columns.integer(),
                columns.integer(),
                file(columns),
                fault(columns.textOrNull()),
                new ExportTimes(
                        columns.time(),
                        columns.timeOrNull(),
                        columns.timeOrNull(),
                        columns.timeOrNull(),
                        columns.timeOrNull()),
                columns.number());
    }

    private static @Nullable ExportedFile file(Columns columns) throws SQLException {
        String path = columns.textOrNull();
        long bytes = columns.number();
        String sha256 = columns.textOrNull();
        List<String> paths = columns.texts();
        List<String> lengths = columns.texts();
        List<String> sums = columns.texts();
        if (path == null || sha256 == null) {
            return null;
        }
        List<ManifestEntry> manifest = IntStream.range(0, paths.size())
                .mapToObj(i -> new ManifestEntry(paths.get(i), Long.parseLong(lengths.get(i)), sums.get(i)))
                .toList();
        return new ExportedFile(new ManifestEntry(path, bytes, sha256), manifest);
    }

    private static @Nullable ExportFault fault(@Nullable String code) {
        return code == null ? null : ExportFault.valueOf(constant(code));
    }

    void bindFixed(Parameters parameters) throws SQLException {
        parameters
                .uuid(export.id().value())
                .uuid(export.owner().value())
                .uuid(export.project().value())
                .text(stored(export.format()))
                .time(export.times().createdAt());
    }

    void bindChanging(Parameters parameters) throws SQLException {
        ExportedFile file = export.file();
        ManifestEntry whole = file == null ? null : file.whole();
        List<ManifestEntry> manifest = file == null ? List.of() : file.manifest();
        ExportFault fault = export.fault();
        parameters
                .text(stored(export.status()))
                .integer(export.progress())
                .integer(export.attempts())
                .text(whole == null ? null : whole.path())
                .text(whole == null ? null : Long.toString(whole.bytes()))
                .text(whole == null ? null : whole.sha256())
                .texts(manifest.stream().map(ManifestEntry::path).toList())
                .texts(manifest.stream()
                        .map(entry -> Long.toString(entry.bytes()))
                        .toList())
                .texts(manifest.stream().map(ManifestEntry::sha256).toList())
                .text(fault == null ? null : fault.code())
                .time(export.times().startedAt())
                .time(export.times().endedAt())
                .time(export.times().dueAt())
                .time(export.times().expiresAt())
                .number(export.version());
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}
