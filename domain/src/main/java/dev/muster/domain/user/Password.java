package dev.muster.domain.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import java.text.Normalizer;

/**
 * A password in clear, on its way to be hashed; never stored, never printed. Unicode in form NFC, so that the same
 * characters typed on another keyboard are the same password (NIST SP 800-63B-4, section 3.1.1.2).
 */
public record Password(String value) {

    /** The longest text that is looked at at all, in UTF-16 units: bounds the work that a request can cause. */
    public static final int MAX_UNITS = 1024;

    /** @throws Invalid if it is empty, beyond all bounds or has half of a character; how good it is, is the {@link PasswordPolicy}'s matter */
    public Password {
        if (value.isEmpty()) {
            throw Invalid.value(FieldError.REQUIRED, "must not be empty");
        }
        if (value.length() > MAX_UNITS) {
            throw Invalid.value(FieldError.TOO_LONG, "must have at most " + MAX_UNITS + " characters");
        }
        Text.requireWhole(value);
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return "Password[***]";
    }
}
