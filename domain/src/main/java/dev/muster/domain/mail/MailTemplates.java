package dev.muster.domain.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Words letters. Thread-safe. */
@FunctionalInterface
public interface MailTemplates {
    /**
     * The letter written out, in English. What the letter tells is shown as text, never as markup.
     *
     * @param letter of a kind that is a letter
     * @param link where its link leads, or null if it has none
     */
    Mail write(Letter letter, @Nullable URI link);
}
