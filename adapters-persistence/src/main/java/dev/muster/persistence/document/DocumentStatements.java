package dev.muster.persistence.document;

import dev.muster.persistence.shared.Sql;

/**
 * What is asked about documents and versions. Every statement names the owner, and sees nothing that is gone. Where it
 * says offset 0, the planner would read all that a person or a document has, instead of looking one row up.
 */
final class DocumentStatements {

    /** How many contents a statement brings at most, each of them up to 512 KiB. */
    static final int BATCH = 8;

    private static final String IS_THERE = " where d.user_id = ? and d.deleted_at is null and exists (select"
            + " from muster.projects p where p.user_id = d.user_id and p.id = d.project_id and p.deleted_at is null"
            + " offset 0)";

    private static final String VERSIONS_OF_D =
            "select * from muster.document_versions v where v.user_id = d.user_id and v.document_id = d.id";

    private static final String WITH_LATEST = " from muster.documents d cross join lateral (" + VERSIONS_OF_D
            + " and v.number = d.latest_version offset 0) l";

    private static final String DOCUMENTS = "select " + DocumentRow.COLUMNS + WITH_LATEST + IS_THERE;

    private static final String LATEST_TEXTS = "select " + TextRow.columnsOf("l") + WITH_LATEST + IS_THERE;

    private static final String TEXTS = "select " + TextRow.columnsOf("v") + WITH_LATEST;

    private static final String INSERT_VERSION = " insert into muster.document_versions (user_id, document_id, "
            + VersionRow.COLUMNS + ", content) select user_id, id, ?, ?, ?, ?, ?, ?, ?, ? from changed";

    private static final String UPDATE_DOCUMENT = "update muster.documents d set (" + DocumentRow.CHANGING
            + ") = (?, ?, ?, ?, ?)" + IS_THERE + " and d.id = ? and d.version = ?";

    /**
     * Those who add to one project at once wait for each other, so that each counts those before. Looks for the project
     * itself, so that one that is gone gets no more.
     */
    static final Sql INSERT = Sql.owned("select pg_advisory_xact_lock(hashtextextended('documents ' || ?, 0));"
            + " with changed as (insert into muster.documents"
            + " (user_id, project_id, id, created_at, " + DocumentRow.CHANGING + ")"
            + " select p.user_id, p.id, ?, ?, ?, ?, ?, ?, ? from muster.projects p"
            + " where p.user_id = ? and p.id = ? and p.deleted_at is null and (select count(*) from muster.documents d"
            + " where d.user_id = p.user_id and d.project_id = p.id and d.deleted_at is null) < ?"
            + " returning user_id, id)" + INSERT_VERSION);

    static final Sql FIND = Sql.owned(DOCUMENTS + " and d.id = ?");

    /** By itself: what comes after it in the unit sees what the one it waited for has left. */
    static final Sql LOCK = Sql.owned("select d.id from muster.documents d" + IS_THERE + " and d.id = ? for update");

    static final Sql FIND_LATEST_TEXT = Sql.owned(LATEST_TEXTS + " and d.id = ?");

    static final Sql FIND_TEXT = Sql.owned(TEXTS + " join muster.document_versions v"
            + " on v.user_id = d.user_id and v.document_id = d.id" + IS_THERE + " and d.id = ? and v.number = ?");

    static final Sql FIRST_PAGE = page("");

    static final Sql NEXT_PAGE = page(" and (d.created_at, d.id) < (?, ?)");

    static final Sql COUNT = Sql.owned("select count(*) from muster.documents d" + IS_THERE + " and d.project_id = ?");

    static final Sql VERSIONS = Sql.owned("select " + VersionRow.columnsOf("v") + " from muster.document_versions v"
            + " where exists (select from muster.documents d" + IS_THERE + " and d.id = ?)"
            + " and v.user_id = ? and v.document_id = ? and v.number < ? order by v.number desc limit ?");

    static final Sql UPDATE = Sql.owned(UPDATE_DOCUMENT + " and d.latest_version = ?");

    static final Sql UPDATE_WITH_VERSION = Sql.owned("with changed as (" + UPDATE_DOCUMENT
            + " and d.latest_version = ? returning d.user_id, d.id)" + INSERT_VERSION);

    /** Latest versions of the documents after one, with their contents, oldest document first. */
    static final Sql NEXT_LATEST_TEXTS = Sql.owned(LATEST_TEXTS + " and d.project_id = ?"
            + " and (d.created_at, d.id) > (?, ?) order by d.created_at, d.id limit " + BATCH);

    private DocumentStatements() {}

    private static Sql page(String after) {
        return Sql.owned(
                DOCUMENTS + " and d.project_id = ?" + after + " order by d.created_at desc, d.id desc limit ?");
    }
}
