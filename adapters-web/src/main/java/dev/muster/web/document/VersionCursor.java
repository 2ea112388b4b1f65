package dev.muster.web.document;

import dev.muster.web.shared.Cursors;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The number of a version as a cursor. */
final class VersionCursor {

    private VersionCursor() {}

    static String encode(int number) {
        return Cursors.encode(ByteBuffer.allocate(Integer.BYTES).putInt(number));
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable Integer decode(@Nullable String cursor) {
        return cursor == null ? null : Cursors.decode(cursor, Integer.BYTES).getInt();
    }
}
