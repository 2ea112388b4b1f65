package dev.muster.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Invalid;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditEventTest {

    private static final UUID ID = UUID.fromString("01961b2c-0000-7000-8000-00000000000f");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Role",
                "1",
                "role-name",
                "röle",
                "role ",
                "_",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void detailHasAPlainName(String name) {
        assertThatThrownBy(() -> event(Map.of(name, "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void detailsAreBounded() {
        Map<String, String> most = new HashMap<>();
        for (int number = 0; number < AuditEvent.MAX_DETAILS; number++) {
            most.put("name_" + number, "🚀".repeat(AuditEvent.MAX_DETAIL_LENGTH));
        }
        assertThatCode(() -> event(most)).doesNotThrowAnyException();

        most.put("one_more", "");
        assertThatThrownBy(() -> event(most)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event(Map.of("name", "x".repeat(AuditEvent.MAX_DETAIL_LENGTH + 1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> event(Map.of("name", "a\u0000b"))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @EnumSource
    void actionIsKnownByItsCode(AuditAction action) {
        assertThat(action.code()).matches("[a-z][a-z_]{0,49}");
        assertThat(AuditAction.of(action.code())).isEqualTo(action);
    }

    @Test
    void actionOfALaterVersionIsUnknown() {
        assertThat(AuditAction.of("time_travelled")).isEqualTo(AuditAction.UNKNOWN);
    }

    @Test
    void originHasPrintableUserAgentsOfABoundedLength() {
        assertThat(new Origin(null, "Brow\r\nser Ünï", null).userAgent()).isEqualTo("Brow??ser ?n?");
        assertThat(new Origin(null, "x".repeat(501), null).userAgent()).hasSize(500);
        assertThat(Origin.NONE.userAgent()).isNull();
    }

    @Test
    void filterTakesItsBeginningAndNotItsEnd() {
        Instant at = event(Map.of()).at();

        assertThat(new AuditFilter(null, null, null, at, null).accepts(event(Map.of())))
                .isTrue();
        assertThat(new AuditFilter(null, null, null, null, at).accepts(event(Map.of())))
                .isFalse();
        assertThat(Arrays.stream(AuditAction.values())
                        .filter(action -> new AuditFilter(null, null, action, null, null).accepts(event(Map.of()))))
                .containsExactly(AuditAction.USER_CHANGED);
    }

    private static AuditEvent event(Map<String, String> details) {
        return new AuditEvent(
                ID, AuditAction.USER_CHANGED, null, null, details, Origin.NONE, Instant.parse("2026-03-02T09:30:00Z"));
    }
}
