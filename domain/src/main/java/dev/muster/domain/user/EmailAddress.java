package dev.muster.domain.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address: a dot-atom at a host name (RFC 5321, section 4.1.2), ASCII, at most 254 characters. Kept as it was
 * written; two addresses are the same person's when their {@link #canonical()} forms are equal.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    /** @throws Invalid if it is not an address of this form */
    public EmailAddress {
        value = Text.line(value, 1, MAX_LENGTH);
        if (!FORM.matcher(value).matches()) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must be an e-mail address such as ann@example.org");
        }
    }

    /** Whether both are the same address, however they are written. */
    public boolean isSame(EmailAddress other) {
        return canonical().equals(other.canonical());
    }

    /** The form that is compared: lower case. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }
}
