package dev.muster.web.shared;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where a page begins, as clients carry it: opaque, and with a checksum, so that a damaged one is not taken for another.
 */
public final class Cursors {

    private Cursors() {}

    /** @param place all bytes of a buffer that has its own array */
    public static String encode(ByteBuffer place) {
        var checksum = new CRC32C();
        checksum.update(place.array());
        ByteBuffer bytes = ByteBuffer.allocate(place.capacity() + Integer.BYTES)
                .put(place.array())
                .putInt((int) checksum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The place, to be read. The checksum keeps no one from making one up.
     *
     * @param length of the place, in bytes
     * @throws Refusal with INVALID_CURSOR if it is not one that {@link #encode} made
     */
    public static ByteBuffer decode(String cursor, int length) {
        ByteBuffer place = ByteBuffer.wrap(Arrays.copyOf(bytes(cursor), length));
        // The form is exact: not one letter may differ.
        if (!encode(place).equals(cursor)) {
            throw refused();
        }
        return place;
    }

    public static Refusal refused() {
        return Refusal.ofParameter(WebError.INVALID_CURSOR, "cursor", "must be a next_cursor of this list");
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException damaged) {
            throw refused();
        }
    }
}
