package dev.muster.web.template;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.template.TemplateName;
import dev.muster.web.shared.Cursors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A name as a cursor: filled up with zeros. */
final class TemplateCursor {

    private TemplateCursor() {}

    static String encode(TemplateName name) {
        return Cursors.encode(
                ByteBuffer.allocate(TemplateName.MAX_LENGTH).put(name.value().getBytes(StandardCharsets.US_ASCII)));
    }

    /** @throws dev.muster.web.shared.Refusal with INVALID_CURSOR if it is not one that {@link #encode} made */
    static @Nullable TemplateName decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        ByteBuffer place = Cursors.decode(cursor, TemplateName.MAX_LENGTH);
        String name = new String(place.array(), StandardCharsets.US_ASCII).replaceFirst("\0+$", "");
        try {
            return new TemplateName(name);
        } catch (Invalid madeUp) {
            throw Cursors.refused();
        }
    }
}
