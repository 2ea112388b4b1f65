package dev.muster.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.EndReason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EndsTest {

    @ParameterizedTest
    @EnumSource
    void reasonIsReadAsItIsWritten(EndReason reason) {
        assertThat(Ends.reason(reason.name().toLowerCase(Locale.ROOT))).isEqualTo(reason);
    }

    @Test
    void reasonOfANewerMusterIsAnEndAllTheSame() {
        assertThat(Ends.reason("something_new")).isEqualTo(EndReason.REVOKED);
    }
}
