package dev.muster.persistence.document;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentText;
import dev.muster.persistence.shared.Columns;
import java.sql.SQLException;

/** A row of documents with one of its versions, content and all. */
record TextRow(DocumentRow document, VersionRow version, String content) {

    /** In the order in which {@link #read} takes them, of a statement that calls the version by this name. */
    static String columnsOf(String version) {
        return DocumentRow.COLUMNS + ", " + VersionRow.columnsOf(version) + ", " + version + ".content";
    }

    static TextRow read(Columns columns) throws SQLException {
        return new TextRow(DocumentRow.read(columns), VersionRow.read(columns), columns.text());
    }

    DocumentText toText() {
        return new DocumentText(document.toDocument(), version.toVersion(), new DocumentContent(content));
    }
}
