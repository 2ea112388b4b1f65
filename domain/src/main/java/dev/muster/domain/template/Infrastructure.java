package dev.muster.domain.template;

import dev.muster.domain.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the database of a project needs before its first table is of use. A piece is there when a completed task labelled
 * {@value #LABEL} has the piece's own label, or one of its words in its title; case makes no difference.
 */
public enum Infrastructure {
    SERVER("a PostgreSQL server", "postgresql", "postgres"),
    MIGRATIONS("a tool for migrations", "migrations", "migration", "flyway", "liquibase"),
    POOL("a connection pool", "connection-pool", "connection pool", "pgbouncer"),
    BACKUPS("backups", "backups", "backup");

    /** What every task about infrastructure is labelled with. */
    public static final String LABEL = "infrastructure";

    private final String what;
    private final String label;
    private final List<String> words;

    Infrastructure(String what, String label, String... words) {
        this.what = what;
        this.label = label;
        this.words = List.of(words);
    }

    /**
     * What a task made from a story has to wait for, a sentence each: the story's open blockers, then the pieces that are
     * not there.
     *
     * @param done the completed tasks labelled {@value #LABEL} of the story's project; of its owner, if it is in none
     */
    public static List<String> warnings(Story story, List<Task> done) {
        Stream<String> blockers = story.openBlockers().stream()
                .map(open -> "The story waits for " + Story.nameOf(open) + ", which is not done: "
                        + open.details().title().value());
        Stream<String> missing = Arrays.stream(values())
                .filter(piece -> done.stream().noneMatch(piece::isProvidedBy))
                .map(piece -> piece.missing(story));
        return Stream.concat(blockers, missing).toList();
    }

    private boolean isProvidedBy(Task done) {
        String title = done.details().title().value().toLowerCase(Locale.ROOT);
        return done.details().labels().values().stream().anyMatch(label::equalsIgnoreCase)
                || words.stream().anyMatch(title::contains);
    }

    private String missing(Story story) {
        String where = story.project() == null
                ? "among your tasks"
                : "in project " + story.project().details().key();
        return "No completed task labelled " + LABEL + " provides " + what + " " + where + "; its label would be "
                + label + ".";
    }
}
