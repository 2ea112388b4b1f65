package dev.muster.domain.document;

import dev.muster.domain.shared.Text;

/** What a document is called: one line of 1 to 200 characters (requirement D2). */
public record DocumentTitle(String value) {

    public static final int MAX_LENGTH = 200;

    /** @throws dev.muster.domain.shared.Invalid if it is empty, too long or not one line */
    public DocumentTitle {
        value = Text.line(value, 1, MAX_LENGTH);
    }
}
