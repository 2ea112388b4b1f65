package dev.muster.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.audit.AuditPosition;
import dev.muster.web.shared.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCursorTest {

    private static final UUID ID = UUID.fromString("01961b2c-0000-7000-8000-00000000000f");

    @Test
    void decodesWhatItEncoded() {
        var position = new AuditPosition(Instant.parse("2026-03-02T09:30:00.123456Z"), ID);

        assertThat(AuditCursor.decode(AuditCursor.encode(position))).isEqualTo(position);
        assertThat(AuditCursor.decode(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-01-01T00:00:00Z", "+12026-03-02T09:30:00Z"})
    void refusesTimesThatNoStoreHolds(String time) {
        String cursor = AuditCursor.encode(new AuditPosition(Instant.parse(time), ID));

        assertThatThrownBy(() -> AuditCursor.decode(cursor)).isInstanceOf(Refusal.class);
    }
}
