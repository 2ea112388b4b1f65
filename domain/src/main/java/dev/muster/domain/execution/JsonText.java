package dev.muster.domain.execution;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import java.nio.charset.StandardCharsets;

/**
 * A JSON value (RFC 8259), as its text without white space between its parts, at most 256 KiB of UTF-8. That the text is
 * well-formed is the promise of who makes it.
 *
 * <p>It means the same to every store: no U+0000 and no half of a surrogate pair in its strings, escaped or not. Numbers
 * are written as their digits, at most {@value #MAX_DIGITS}, without an exponent, as a store that writes them so would
 * otherwise make megabytes of a few characters.
 */
public record JsonText(String value) {

    /** In bytes of UTF-8. */
    public static final int MAX_BYTES = 256 * 1024;

    public static final int MAX_DIGITS = 1000;

    /** @throws Invalid if it is too long, or has a character or a number that it can't have */
    public JsonText {
        var scan = new JsonScan(value);
        value = scan.compact();
        Text.block(scan.plain(), Integer.MAX_VALUE);
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Invalid.value(FieldError.TOO_LONG, "must be at most 256 KiB of JSON");
        }
    }
}
