package dev.muster.web.session;

import dev.muster.web.shared.Cursors;
import dev.muster.web.shared.Refusal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a refresh token as a cursor. */
final class LineageCursor {

    private static final int BYTES = 2 * Long.BYTES;

    private LineageCursor() {}

    static String encode(UUID token) {
        return Cursors.encode(ByteBuffer.allocate(BYTES)
                .putLong(token.getMostSignificantBits())
                .putLong(token.getLeastSignificantBits()));
    }

    /** @throws Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable UUID decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer bytes = Cursors.decode(cursor, BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
