package dev.muster.web.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of If-Match or If-None-Match (RFC 9110, section 13.1).
 *
 * @param any whether it is an asterisk
 * @param strong the strong tags' text between the quotes
 * @param weak the weak tags' text between the quotes
 */
record EntityTags(boolean any, List<String> strong, List<String> weak) {

    private static final int MAX_TAGS = 100;
    private static final int END = -1;
    private static final int MALFORMED = -2;

    /** @throws Refusal if the value is neither an asterisk nor a list of tags */
    static EntityTags parse(String header, String value) {
        String text = value.strip();
        if (text.equals("*")) {
            return new EntityTags(true, List.of(), List.of());
        }
        var tags = new EntityTags(false, new ArrayList<>(), new ArrayList<>());
        int at = 0;
        while (at != END) {
            at = tags.addNext(text, at);
            if (at == MALFORMED || tags.strong.size() + tags.weak.size() > MAX_TAGS) {
                throw new Refusal(
                        WebError.INVALID_HEADER, "The header " + header + " must be * or a list of quoted tags.");
            }
        }
        return tags;
    }

    /** Reads a tag; returns where the next one begins, {@link #END} or {@link #MALFORMED}. */
    private int addNext(String text, int from) {
        boolean isWeak = text.startsWith("W/\"", from);
        int open = isWeak ? from + 2 : from;
        if (open >= text.length() || text.charAt(open) != '"') {
            return MALFORMED;
        }
        int close = text.indexOf('"', open + 1);
        if (close < 0) {
            return MALFORMED;
        }
        (isWeak ? weak : strong).add(text.substring(open + 1, close));
        int next = skipBlanks(text, close + 1);
        if (next == text.length()) {
            return END;
        }
        return text.charAt(next) == ',' ? skipBlanks(text, next + 1) : MALFORMED;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
