package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final String CURSOR =
            Cursors.encode(ByteBuffer.allocate(Long.BYTES).putLong(42));

    @Test
    void decodesWhatItEncoded() {
        assertThat(Cursors.decode(CURSOR, Long.BYTES).getLong()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.BYTES, Long.BYTES - 1, Long.BYTES + 1, 100})
    void placeOfAnotherLengthIsRefused(int length) {
        assertThatThrownBy(() -> Cursors.decode(CURSOR, length)).isInstanceOf(Refusal.class);
    }

    @Test
    void notOneLetterMayDiffer() {
        for (int at = 0; at < CURSOR.length(); at++) {
            char other = CURSOR.charAt(at) == 'A' ? 'B' : 'A';
            String damaged = CURSOR.substring(0, at) + other + CURSOR.substring(at + 1);
            assertThatThrownBy(() -> Cursors.decode(damaged, Long.BYTES)).isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "A", "AAAAAAAAAAAAAAAA", "\u00e4", " ", "AAAAAAAAACqMKiuL+"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursors.decode(cursor, Long.BYTES)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Cursors.decode(CURSOR + cursor + "=", Long.BYTES))
                .isInstanceOf(Refusal.class);
    }
}
