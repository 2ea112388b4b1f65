package dev.muster.web.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as requests write them. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** The id, or null if the text is none in its full form: 8-4-4-4-12 hexadecimal digits, in any case. */
    public static @Nullable UUID parse(String text) {
        if (text.length() != LENGTH
                || text.charAt(8) != '-'
                || text.charAt(13) != '-'
                || text.charAt(18) != '-'
                || text.charAt(23) != '-') {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
