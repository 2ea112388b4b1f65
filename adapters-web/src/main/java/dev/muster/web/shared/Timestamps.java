package dev.muster.web.shared;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/** Times as RFC 3339 writes them. */
public final class Timestamps {

    private static final DateTimeFormatter PARSER = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "Z")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** What {@link #format} can write; databases hold a little more, and not all that a parser takes. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Timestamps() {}

    /**
     * A time in any offset, of the years 0 to 9999 in UTC.
     *
     * @throws Invalid if it is not one of RFC 3339, whose years have four digits; not all others are times to PostgreSQL
     */
    public static Instant parse(String text) {
        Instant time = read(text);
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw Invalid.value(FieldError.OUT_OF_RANGE, "must be in the years 0000 to 9999");
        }
        return time;
    }

    private static Instant read(String text) {
        try {
            return OffsetDateTime.parse(text, PARSER).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Invalid.value(FieldError.INVALID_FORMAT, "must be a time such as 2025-01-31T12:00:00Z");
        }
    }

    /**
     * A time of the years 0 to 9999 in UTC; microseconds where there are any. Written by hand, as the formatters of the
     * JDK take most of the time of a long list.
     */
    static String format(Instant time) {
        var utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(27);
        digits(text, utc.getYear(), 1000);
        digits(text.append('-'), utc.getMonthValue(), 10);
        digits(text.append('-'), utc.getDayOfMonth(), 10);
        digits(text.append('T'), utc.getHour(), 10);
        digits(text.append(':'), utc.getMinute(), 10);
        digits(text.append(':'), utc.getSecond(), 10);
        int micros = time.getNano() / 1000;
        if (micros != 0) {
            digits(text.append('.'), micros, 100_000);
        }
        return text.append('Z').toString();
    }

    private static void digits(StringBuilder text, int number, int greatestPower) {
        for (int power = greatestPower; power > 0; power /= 10) {
            text.append((char) ('0' + number / power % 10));
        }
    }
}
