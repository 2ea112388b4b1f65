package dev.muster.web.idempotency;

import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The header that names a request: 1 to 255 visible ASCII characters, bare, as most clients send it, or as a string of
 * RFC 9651, as the draft wants it. Both forms name the same key.
 */
final class KeyHeader {

    static final String NAME = "Idempotency-Key";

    /** The longest key, without quotes. */
    static final int MAX_LENGTH = 255;

    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e&&[^\"]][\\x21-\\x7e]*+");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x21-\\x7e&&[^\"\\\\]]|\\\\[\"\\\\])++)\"");

    private KeyHeader() {}

    /**
     * The key.
     *
     * @param values of all headers of the name, at least one
     * @throws Refusal with INVALID_IDEMPOTENCY_KEY if that is none, or more than one
     */
    static String parse(List<String> values) {
        String value = values.getFirst();
        var quoted = QUOTED.matcher(value);
        String key = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : value;
        boolean sound = quoted.matches() || BARE.matcher(value).matches();
        if (values.size() > 1 || !sound || key.length() > MAX_LENGTH) {
            throw new Refusal(
                    WebError.INVALID_IDEMPOTENCY_KEY,
                    NAME + " must be sent once, with 1 to " + MAX_LENGTH + " visible ASCII characters.");
        }
        return key;
    }
}
