package dev.muster.domain.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Words letters. Thread-safe. */
@FunctionalInterface
public interface MailTemplates {
    /**
     * The letter written out, in English. What the letter tells is shown as text, never as markup. Of its details {@code name}
     * has to be there; {@code ip}, {@code device}, {@code email} and {@code until}, a time such as 2026-03-02T09:30:00Z, are
     * shown where there is something to say with them.
     *
     * @param letter of a kind that is a letter
     * @param link where its link leads, or null if it has none
     * @throws IllegalArgumentException if the kind is no letter, or its link or the name is missing, or a time is none
     */
    Mail write(Letter letter, @Nullable URI link);
}
