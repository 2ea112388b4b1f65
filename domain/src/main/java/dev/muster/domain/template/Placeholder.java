package dev.muster.domain.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a pattern may name, in double braces: {@code {{story.title}}}. */
public enum Placeholder {
    STORY_TITLE("story.title"),
    /** Such as KAN-15; empty for a story in no project. */
    STORY_KEY("story.key"),
    STORY_DESCRIPTION("story.description"),
    /** low, medium, high or urgent. */
    STORY_PRIORITY("story.priority"),
    STORY_STATUS("story.status"),
    /** A number, or empty. */
    STORY_POINTS("story.story_points"),
    /** Separated by commas. */
    STORY_LABELS("story.labels"),
    /** A date such as 2030-01-31 in UTC, or empty. */
    STORY_DUE_DATE("story.due_date"),
    /** Empty for a story in no project, as the key. */
    PROJECT_NAME("project.name"),
    PROJECT_KEY("project.key"),
    /** The day in UTC on which the template is applied, such as 2030-01-31. */
    TODAY("today");

    private final String code;

    Placeholder(String code) {
        this.code = code;
    }

    /** As it stands in patterns. */
    public String code() {
        return code;
    }

    /** The placeholder of a name, if there is one. */
    public static Optional<Placeholder> of(String code) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.code.equals(code))
                .findFirst();
    }

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Placeholder::code).toList();
    }
}
