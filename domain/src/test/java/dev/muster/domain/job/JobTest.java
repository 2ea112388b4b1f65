package dev.muster.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.domain.job.Schedule.Every;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobTest {

    private static final Schedule OFTEN = new Every(Duration.ofSeconds(1));

    @ParameterizedTest
    @ValueSource(strings = {"mail", "deliver-mail", "a-b-c"})
    void nameHasLowerCaseLettersAndHyphens(String name) {
        assertThat(new Job(name, OFTEN, () -> {}).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mail", "deliver_mail", "mail2", "-mail", "mail-", "deliver mail", "größe"})
    void otherNamesAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Job(name, OFTEN, () -> {}));
    }

    @Test
    void pauseIsASecondAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Every(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Every(Duration.ofSeconds(-1)));
    }
}
