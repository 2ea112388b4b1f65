package dev.muster.domain.shared;

/** Rules of text. Lengths are in Unicode code points, as PostgreSQL's {@code char_length} counts. */
public final class Text {

    private Text() {}

    /**
     * One line: no control character, no line or paragraph separator.
     *
     * @return the text without white space at its ends
     * @throws Invalid if it is shorter than min or longer than max, or has a character that a line can't have
     */
    public static String line(String text, int min, int max) {
        String stripped = text.strip();
        requireLength(stripped, min, max);
        requireStorable(stripped);
        if (stripped.codePoints().anyMatch(Text::breaksLine)) {
            throw Invalid.value(FieldError.INVALID_CHARACTER, "must not contain control characters or line breaks");
        }
        return stripped;
    }

    /**
     * Any text, kept as it is.
     *
     * @throws Invalid if it is longer than max, or has a character that can't be stored
     */
    public static String block(String text, int max) {
        requireLength(text, 0, max);
        requireStorable(text);
        return text;
    }

    /** What a client calls itself in a header, fit for a store and a log: printable ASCII, cut at a length. */
    public static String printable(String header, int max) {
        String ascii = header.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(ascii.length(), max));
    }

    /** The beginning of any text, without what can't be stored: for what strangers say, such as the reply of a server. */
    public static String excerpt(String text, int max) {
        return text.codePoints()
                .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                .limit(max)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** @throws Invalid if it has half of a character: all halves are the same question mark in UTF-8 */
    public static void requireWhole(String text) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw Invalid.value(FieldError.INVALID_CHARACTER, "must not contain half a surrogate pair");
        }
    }

    private static void requireLength(String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length == 0 && min > 0) {
            throw Invalid.value(FieldError.REQUIRED, "must not be empty");
        }
        if (length < min) {
            throw Invalid.value(FieldError.TOO_SHORT, "must have at least " + min + " characters");
        }
        if (length > max) {
            throw Invalid.value(FieldError.TOO_LONG, "must have at most " + max + " characters");
        }
    }

    private static void requireStorable(String text) {
        if (text.indexOf(0) >= 0) {
            throw Invalid.value(FieldError.INVALID_CHARACTER, "must not contain U+0000");
        }
        requireWhole(text);
    }

    private static boolean breaksLine(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
