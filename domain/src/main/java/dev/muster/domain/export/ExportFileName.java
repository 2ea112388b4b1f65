package dev.muster.domain.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file as it is kept. Made of ids alone, and another one for every attempt, so that whoever counts as dead
 * and goes on all the same spoils nothing.
 *
 * @param attempt 1 or more
 */
public record ExportFileName(ExportId export, int attempt, ExportFormat format) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,5})\\.([a-z]{2,4})");

    /** Reads what {@link #value} wrote; empty if the text is anything else. */
    public static Optional<ExportFileName> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Arrays.stream(ExportFormat.values())
                        .filter(format -> format.extension().equals(form.group(3)))
                        .map(format -> new ExportFileName(
                                new ExportId(UUID.fromString(form.group(1))), Integer.parseInt(form.group(2)), format))
                        .findFirst()
                : Optional.empty();
    }

    /** Lower-case letters, digits, hyphens and one dot. */
    public String value() {
        return export + "-" + attempt + "." + format.extension();
    }

    @Override
    public String toString() {
        return value();
    }
}
