package dev.muster.testkit.mail;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailTemplates;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists what a letter tells, one detail a line, then the link. As strict about letters as the real ones. */
public final class PlainTemplates implements MailTemplates {

    @Override
    public Mail write(Letter letter, @Nullable URI link) {
        require(letter.kind().isLetter(), letter.kind() + " is no letter");
        require(letter.details().containsKey("name"), letter.kind() + " has no name");
        require(link != null || letter.kind().purpose().isEmpty(), letter.kind() + " has no link");
        requireTime(letter.details().get("until"));
        String text = new TreeMap<>(letter.details())
                        .entrySet().stream()
                                .map(detail -> detail.getKey() + ": " + line(detail.getValue()))
                                .collect(Collectors.joining("\n"))
                + (link == null ? "" : "\n" + link);
        String html = "<pre>" + escaped(text) + "</pre>";
        String subject = letter.kind().code().replace('_', ' ');
        return new Mail(letter.id(), letter.to(), subject, text, html, letter.createdAt());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static void requireTime(@Nullable String until) {
        try {
            if (until != null) {
                var unused = Instant.parse(until);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("until is no time", e);
        }
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
