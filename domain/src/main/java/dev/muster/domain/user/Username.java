package dev.muster.domain.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name to sign in with: 3 to 32 ASCII letters, digits, dots, hyphens and underscores, with a letter or digit first.
 * ASCII alone, so that no two names look alike; never with an @, so that none looks like an address.
 */
public record Username(String value) {

    public static final int MIN_LENGTH = 3;
    public static final int MAX_LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** @throws Invalid if it is not a name of this form */
    public Username {
        value = Text.line(value, MIN_LENGTH, MAX_LENGTH);
        if (!FORM.matcher(value).matches()) {
            throw Invalid.value(
                    FieldError.INVALID_FORMAT,
                    "must consist of letters a to z, digits, dots, hyphens and underscores, with a letter or digit first");
        }
    }

    /** The form that is compared: lower case. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }
}
