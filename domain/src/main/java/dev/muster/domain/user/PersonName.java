package dev.muster.domain.user;

import dev.muster.domain.shared.Text;

/** What a person is called: one line of 1 to 200 characters, any script. */
public record PersonName(String value) {

    public static final int MAX_LENGTH = 200;

    /** @throws dev.muster.domain.shared.Invalid if it is empty, too long or not one line */
    public PersonName {
        value = Text.line(value, 1, MAX_LENGTH);
    }
}
