package dev.muster.persistence.document;

import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.document.VersionNote;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of document_versions, without its document and its content. */
record VersionRow(
        int number,
        UUID authorId,
        @Nullable String note,
        @Nullable Integer restoredFrom,
        byte[] checksum,
        int bytes,
        Instant createdAt) {

    /** In the order in which {@link #read} takes them and {@link #bind} gives them. */
    static final String COLUMNS = "number, author_id, note, restored_from, checksum, bytes, created_at";

    /** The same of one of several tables of a statement. */
    static String columnsOf(String table) {
        return table + "." + COLUMNS.replace(", ", ", " + table + ".");
    }

    static VersionRow from(DocumentVersion version) {
        VersionNote note = version.note();
        return new VersionRow(
                version.number(),
                version.author().value(),
                note == null ? null : note.value(),
                version.restoredFrom(),
                HexFormat.of().parseHex(version.checksum()),
                version.bytes(),
                version.createdAt());
    }

    static VersionRow read(Columns columns) throws SQLException {
        return new VersionRow(
                columns.integer(),
                columns.uuid(),
                columns.textOrNull(),
                columns.integerOrNull(),
                columns.bytes(),
                columns.integer(),
                columns.time());
    }

    void bind(Parameters parameters) throws SQLException {
        parameters
                .integer(number)
                .uuid(authorId)
                .text(note)
                .integer(restoredFrom)
                .bytes(checksum)
                .integer(bytes)
                .time(createdAt);
    }

    DocumentVersion toVersion() {
        return new DocumentVersion(
                number,
                HexFormat.of().formatHex(checksum),
                bytes,
                new UserId(authorId),
                note == null ? null : new VersionNote(note),
                restoredFrom,
                createdAt);
    }
}
