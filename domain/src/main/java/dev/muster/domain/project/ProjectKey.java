package dev.muster.domain.project;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The short name of a project, such as KAN: 2 to 10 letters A to Z and digits, a letter first. Given in any case, kept in
 * capitals (requirement C4).
 */
public record ProjectKey(String value) {

    public static final int MAX_LENGTH = 10;

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,9}");

    /** @throws Invalid if it has another form */
    public ProjectKey {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw Invalid.value(
                    FieldError.INVALID_FORMAT, "must be 2 to 10 letters A to Z and digits, beginning with a letter");
        }
        value = value.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
