package dev.muster.domain.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.util.regex.Pattern;

/** The name of a role: 1 to 50 lower-case letters, digits, hyphens and underscores. */
public record Role(String name) {

    // Before the roles below, which are checked by it.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

    /** What everyone who registers is. */
    public static final Role USER = new Role("user");

    /** Has every permission. */
    public static final Role ADMIN = new Role("admin");

    /** @throws Invalid if it is not a name of this form */
    public Role {
        if (!FORM.matcher(name).matches()) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must consist of lower-case letters, digits, - and _");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
