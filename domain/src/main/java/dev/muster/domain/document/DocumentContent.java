package dev.muster.domain.document;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a document says: any text of at most 512 KiB in UTF-8, perhaps empty, kept byte for byte (requirement D2). */
public record DocumentContent(String text) {

    public static final int MAX_BYTES = 512 * 1024;

    /** @throws Invalid if it is too long, or has a character that can't be stored */
    public DocumentContent {
        text = Text.block(text, MAX_BYTES);
        if (utf8(text).length > MAX_BYTES) {
            throw Invalid.value(FieldError.TOO_LONG, "must have at most " + MAX_BYTES + " bytes in UTF-8");
        }
    }

    /** How long it is in UTF-8. */
    public int bytes() {
        return utf8(text).length;
    }

    /** The SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits, as {@code sha256sum} prints it. */
    public String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8(text));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Its size alone, as nobody wants to read the whole in a log. */
    @Override
    public String toString() {
        return "DocumentContent[" + bytes() + " bytes]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
