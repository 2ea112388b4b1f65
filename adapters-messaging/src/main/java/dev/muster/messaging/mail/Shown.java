package dev.muster.messaging.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How something is shown that others wrote. */
final class Shown {

    private static final int MAX_LENGTH = 300;

    /** What breaks a line, and what turns the direction of what follows. */
    private static final Pattern UNRULY =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    private static final Pattern DOT_INSIDE = Pattern.compile("\\.(?=\\p{L})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Shown() {}

    /** As one line of at most 300 characters. */
    static String line(@Nullable String text) {
        String line = UNRULY.matcher(text == null ? "" : text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH));
    }

    /**
     * As one line in which mail programs find no link. Otherwise whoever chooses a name could have Muster send an
     * advertisement to anyone.
     */
    static String words(String text) {
        return DOT_INSIDE.matcher(line(text).replaceAll("[:/\\\\]+", " ")).replaceAll(". ");
    }

    /** To the minute, in UTC. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** @throws IllegalArgumentException if the text is no time as in RFC 3339 */
    static String time(String text) {
        try {
            return time(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A letter's time is none.", e);
        }
    }
}
