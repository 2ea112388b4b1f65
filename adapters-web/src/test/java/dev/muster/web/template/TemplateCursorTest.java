package dev.muster.web.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.template.TemplateName;
import dev.muster.web.shared.Cursors;
import dev.muster.web.shared.Refusal;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplateCursorTest {

    @Test
    void cursorLeadsBackToItsName() {
        for (String name : List.of("a", "my-template", "0".repeat(50))) {
            assertThat(TemplateCursor.decode(TemplateCursor.encode(new TemplateName(name))))
                    .isEqualTo(new TemplateName(name));
        }
        assertThat(TemplateCursor.decode(null)).isNull();
    }

    @Test
    void whatIsNoNameIsRefused() {
        String upperCase = Cursors.encode(ByteBuffer.allocate(50).put((byte) 'A'));
        String empty = Cursors.encode(ByteBuffer.allocate(50));

        for (String cursor : List.of("", "x", upperCase, empty)) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> TemplateCursor.decode(cursor));
        }
    }
}
