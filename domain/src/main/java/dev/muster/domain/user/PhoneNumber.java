package dev.muster.domain.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import java.util.regex.Pattern;

/** A telephone number as ITU-T E.164 writes it: a plus sign and 7 to 15 digits. */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** @throws Invalid if it is not a number of this form */
    public PhoneNumber {
        value = Text.line(value, 1, 16);
        if (!FORM.matcher(value).matches()) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must be a number such as +14155550123");
        }
    }
}
