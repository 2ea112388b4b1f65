package dev.muster.domain.template;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.util.regex.Pattern;

/** What a template is called by: 1 to 50 of a-z, 0-9 and hyphens. */
public record TemplateName(String value) implements Comparable<TemplateName> {

    public static final int MAX_LENGTH = 50;

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1," + MAX_LENGTH + "}");

    /** The template that comes with Muster. */
    public static final TemplateName DATABASE = new TemplateName("database");

    /** @throws Invalid if it has another form */
    public TemplateName {
        if (value.isBlank()) {
            throw Invalid.value(FieldError.REQUIRED, "must not be empty");
        }
        if (!FORM.matcher(value).matches()) {
            throw Invalid.value(
                    FieldError.INVALID_FORMAT,
                    "must be 1 to " + MAX_LENGTH + " of the letters a-z, digits and hyphens");
        }
    }

    /** Whether it is that of a template that comes with Muster. */
    public boolean isBuiltIn() {
        return equals(DATABASE);
    }

    /** The order of lists. */
    @Override
    public int compareTo(TemplateName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
