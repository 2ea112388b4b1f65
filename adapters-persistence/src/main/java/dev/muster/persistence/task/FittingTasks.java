package dev.muster.persistence.task;

import dev.muster.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tasks (as t) that fit a text (requirement C2).
 *
 * @param found all of them if they are few, or null if they are many: then those are looked through that are meant
 *     otherwise, in the order of their list, as the next that fits is never far
 */
record FittingTasks(String text, @Nullable List<UUID> found) {

    /** More of them than this are many. */
    static final int FEW = 2000;

    private static final int SHORTEST_PART = 3;
    private static final String QUERY = "plainto_tsquery('pg_catalog.simple'::regconfig, muster.folded_words(?))";

    private static final String FITS_WORDS = "x.words @@ " + QUERY;

    /** A part of the title counts more than its words, and these more than words of the description. */
    private static final String RANK = "(ts_rank(x.words, " + QUERY + ") + case when x.title like muster.containing(?)"
            + " then 2 when ts_filter(x.words, '{a}') @@ " + QUERY + " then 1 else 0 end)::real";

    private static final String RANK_OF_SHORT = "(ts_rank(x.words, " + QUERY + ")"
            + " + case when ts_filter(x.words, '{a}') @@ " + QUERY + " then 1 else 0 end)::real";

    private static final String OF_THE_TASK =
            " from muster.task_texts x where x.user_id = t.user_id and x.task_id = t.id";

    /** A condition for a list: of many, each task is asked in the order of the list. */
    void addTo(Statement where) {
        add(where, "(select ", OF_THE_TASK + ")");
    }

    boolean areMany() {
        return found == null;
    }

    /** The texts (as x) that fit: from and condition. Where nothing else is asked for, no task has to be read. */
    Statement texts(UserId owner, boolean inTrash) {
        Statement texts = new Statement()
                .add(" from muster.task_texts x where x.user_id = ?", parameters -> parameters.uuid(owner.value()))
                .add(inTrash ? " and x.in_trash" : " and not x.in_trash");
        add(texts, "", "");
        return texts;
    }

    /** A condition for a count, which reads all texts at once if many fit. */
    void addToCount(Statement where) {
        add(where, "exists (select" + OF_THE_TASK + " and ", ")");
    }

    private void add(Statement where, String before, String after) {
        if (found != null) {
            List<String> ids = found.stream().map(UUID::toString).toList();
            where.add(" and t.id = any(?::uuid[])", parameters -> parameters.texts(ids));
        } else if (isShort()) {
            where.add(" and " + before + FITS_WORDS + after, parameters -> parameters.text(text));
        } else {
            where.add(
                    " and " + before + "(x.title like muster.containing(?) or " + FITS_WORDS + ")" + after,
                    parameters -> parameters.text(text).text(text));
        }
    }

    /** How well a task fits. */
    Statement score() {
        return isShort()
                ? new Statement()
                        .add(
                                scoreBy(RANK_OF_SHORT),
                                parameters -> parameters.text(text).text(text))
                : new Statement()
                        .add(
                                scoreBy(RANK),
                                parameters -> parameters.text(text).text(text).text(text));
    }

    private static String scoreBy(String rank) {
        return "(select " + rank + OF_THE_TASK + ")";
    }

    private boolean isShort() {
        return text.codePointCount(0, text.length()) < SHORTEST_PART;
    }
}
