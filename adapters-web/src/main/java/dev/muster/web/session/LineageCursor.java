package dev.muster.web.session;

import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The id of a refresh token as clients carry it: opaque, and with a checksum, so that a damaged one is not taken for another. */
final class LineageCursor {

    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int BYTES = ID_BYTES + Integer.BYTES;

    private LineageCursor() {}

    static String encode(UUID token) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(token.getMostSignificantBits())
                .putLong(token.getLeastSignificantBits());
        var checksum = new CRC32C();
        checksum.update(bytes.array(), 0, ID_BYTES);
        bytes.putInt((int) checksum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable UUID decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] raw = Base64.getUrlDecoder().decode(cursor);
            if (raw.length == BYTES) {
                ByteBuffer bytes = ByteBuffer.wrap(raw);
                UUID token = new UUID(bytes.getLong(), bytes.getLong());
                // The form is exact: not one letter may differ.
                if (encode(token).equals(cursor)) {
                    return token;
                }
            }
        } catch (IllegalArgumentException damaged) {
            throw refused();
        }
        throw refused();
    }

    private static Refusal refused() {
        return Refusal.ofParameter(WebError.INVALID_CURSOR, "cursor", "must be a next_cursor of this list");
    }
}
