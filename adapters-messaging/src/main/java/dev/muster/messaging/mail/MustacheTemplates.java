package dev.muster.messaging.mail;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailTemplates;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words letters by the Mustache templates beside this class, {@code KIND.txt} and {@code KIND.html} in {@code frame.txt}
 * and {@code frame.html}. Besides the name, which every letter needs, they show the details that {@link Wording} has
 * for the kind, each only if the letter has it:
 *
 * <ul>
 *   <li>{@code until}, when a link, a lock or the time to recover an account ends, as in RFC 3339: verify_email,
 *       reset_password, confirm_email, account_locked, account_deleted
 *   <li>{@code email}, the new address: email_change_requested, email_changed
 *   <li>{@code ip} and {@code device}, from where it was done: all but verify_email, confirm_email and
 *       email_wanted_by_other
 * </ul>
 */
@Singleton
final class MustacheTemplates implements MailTemplates {

    private static final String NAME = "name";

    /** Enough between tags and in quoted attributes, which is all that the templates have; a link stays readable. */
    private static final Mustache.Escaper HTML = Escapers.simple(
            new String[] {"&", "&amp;"},
            new String[] {"<", "&lt;"},
            new String[] {">", "&gt;"},
            new String[] {"\"", "&quot;"},
            new String[] {"'", "&#39;"});

    private final Map<LetterKind, Sheet> sheets = new EnumMap<>(LetterKind.class);

    private record Sheet(Wording wording, Template text, Template html) {}

    MustacheTemplates() {
        for (LetterKind kind : LetterKind.values()) {
            Wording.of(kind).ifPresent(wording -> sheets.put(kind, new Sheet(wording, text(kind), html(kind))));
        }
    }

    @Override
    public Mail write(Letter letter, @Nullable URI link) {
        Sheet sheet = sheets.get(letter.kind());
        if (sheet == null) {
            throw new IllegalArgumentException(letter.kind() + " is no letter.");
        }
        Map<String, String> told = told(letter, sheet.wording(), link);
        return new Mail(
                letter.id(),
                letter.to(),
                sheet.wording().subject(),
                sheet.text().execute(told),
                sheet.html().execute(told),
                letter.createdAt());
    }

    /** The template of the plain text of a kind that is a letter. */
    static Template text(LetterKind kind) {
        return compiled(kind, ".txt", Escapers.NONE);
    }

    /** The template of the HTML of a kind that is a letter. */
    static Template html(LetterKind kind) {
        return compiled(kind, ".html", HTML);
    }

    private static Map<String, String> told(Letter letter, Wording wording, @Nullable URI link) {
        String name = letter.details().get(NAME);
        if (name == null || (link == null && letter.kind().purpose().isPresent())) {
            throw new IllegalArgumentException(letter.kind() + " needs a name, and perhaps a link.");
        }
        Map<String, String> told = new HashMap<>();
        letter.details().forEach((detail, value) -> {
            if (wording.details().contains(detail)) {
                told.put(detail, shown(detail, value));
            }
        });
        told.put(NAME, Shown.words(name));
        told.put("subject", wording.subject());
        told.put("at", Shown.time(letter.createdAt()));
        if (link != null) {
            told.put("link", link.toString());
        }
        return told;
    }

    private static String shown(String detail, String value) {
        return switch (detail) {
            case Wording.UNTIL -> Shown.time(value);
            case Wording.DEVICE -> Shown.words(value);
            default -> Shown.line(value);
        };
    }

    /** Strict: a variable that is missing is a failure, unless it stands in a section of its name. */
    private static Template compiled(LetterKind kind, String suffix, Mustache.Escaper escaper) {
        Mustache.TemplateLoader loader = part -> file(("body".equals(part) ? kind.code() : part) + suffix);
        return Mustache.compiler()
                .withEscaper(escaper)
                .emptyStringIsFalse(true)
                .withLoader(loader)
                .compile("{{>frame}}");
    }

    private static Reader file(String name) throws FileNotFoundException {
        InputStream file = MustacheTemplates.class.getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
