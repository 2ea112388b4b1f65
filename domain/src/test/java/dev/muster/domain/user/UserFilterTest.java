package dev.muster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserFilterTest {

    @Test
    void textLosesWhiteSpaceAtItsEnds() {
        assertThat(with(" ann example ").text()).isEqualTo("ann example");
        assertThat(with("🚀".repeat(UserFilter.MAX_TEXT)).text()).hasSize(2 * UserFilter.MAX_TEXT);
        assertThat(UserFilter.ALL.text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "\ud800"})
    void textThatIsNoLineIsRefused(String text) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> with(text));
    }

    @Test
    void textThatIsTooLongIsRefused() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> with("x".repeat(UserFilter.MAX_TEXT + 1)));
    }

    private static UserFilter with(String text) {
        return new UserFilter(text, null, null, null, null, null, null);
    }
}
