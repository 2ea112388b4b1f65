package dev.muster.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownTest {

    @Test
    void lineHasNoBreakAndNoTurn() {
        assertThat(Shown.line(" a\r\nb\tc\u0000d\u2028e\u2029f\u0085g\u202eh\u2066i\u200fj "))
                .isEqualTo("a b c d e f g h i j");
        assertThat(Shown.line(null)).isEmpty();
    }

    @Test
    void lineIsShort() {
        assertThat(Shown.line("\ud83d\ude80".repeat(301))).isEqualTo("\ud83d\ude80".repeat(300));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann Lee, Ann Lee",
        "J.R.R. Tolkien, J. R. R. Tolkien",
        "Firefox 145.0 on Linux, Firefox 145.0 on Linux",
        "Win at https://evil.example/now, Win at https evil. example now",
        "www.evil.example, www. evil. example",
        "eve@evil.example, eve@evil. example",
    })
    void wordsHaveNoLink(String text, String words) {
        assertThat(Shown.words(text)).isEqualTo(words);
    }

    @Test
    void timeIsForPeople() {
        assertThat(Shown.time("2026-03-02T09:05:59.123Z")).isEqualTo("2 March 2026 at 09:05 UTC");
        assertThat(Shown.time(Instant.EPOCH)).isEqualTo("1 January 1970 at 00:00 UTC");
    }
}
