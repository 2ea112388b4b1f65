package dev.muster.formats.export;

import java.text.Normalizer;

/**
 * Names of files in archives that every system can unpack: letters, digits and hyphens, made different by a number before
 * them. With that, none is the name of a device, none differs from another in case alone, and none begins with a dot.
 */
final class SafeNames {

    /** So many characters of a title, that with any letters at all the name has at most 255 bytes and 100 characters. */
    private static final int MAX_TITLE = 50;

    private SafeNames() {}

    /** @param number 1 or more, another one for each */
    static String document(int number, String title) {
        return "documents/" + number + "-" + safe(title) + ".md";
    }

    private static String safe(String title) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        int end = words.offsetByCodePoints(0, Math.min(MAX_TITLE, words.codePointCount(0, words.length())));
        String cut = words.substring(0, end).replaceAll("-$", "");
        return cut.isEmpty() ? "untitled" : cut;
    }
}
