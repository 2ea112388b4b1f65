package dev.muster.domain.project;

import dev.muster.domain.shared.Text;

/** What a project is called: one line of 1 to 100 characters (requirement D1). */
public record ProjectName(String value) {

    public static final int MAX_LENGTH = 100;

    /** @throws dev.muster.domain.shared.Invalid if it is empty, too long or not one line */
    public ProjectName {
        value = Text.line(value, 1, MAX_LENGTH);
    }
}
