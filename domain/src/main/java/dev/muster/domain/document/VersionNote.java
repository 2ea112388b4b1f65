package dev.muster.domain.document;

import dev.muster.domain.shared.Text;

/** What an author says of a version: one line of 1 to 500 characters (requirement D2). */
public record VersionNote(String value) {

    public static final int MAX_LENGTH = 500;

    /** @throws dev.muster.domain.shared.Invalid if it is empty, too long or not one line */
    public VersionNote {
        value = Text.line(value, 1, MAX_LENGTH);
    }
}
