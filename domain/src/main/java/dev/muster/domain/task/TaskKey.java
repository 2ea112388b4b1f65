package dev.muster.domain.task;

import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.Invalid;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short name of a task inside its project, such as KAN-15 (requirement C4).
 *
 * @param number 1 or more
 */
public record TaskKey(ProjectKey project, int number) implements TaskReference {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{2,10})-([1-9][0-9]{0,8})");

    /** Reads a key in any case; empty if the text has another form. */
    public static Optional<TaskKey> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TaskKey(new ProjectKey(form.group(1)), Integer.parseInt(form.group(2))));
        } catch (Invalid noKey) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return project + "-" + number;
    }
}
