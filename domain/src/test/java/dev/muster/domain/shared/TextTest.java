package dev.muster.domain.shared;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "Zoë", "e\u0301", "🚀", "柵", "\u202eright to left", "a\u00a0b", "NULL"})
    void lineIsKeptAsItIs(String text) {
        assertThat(Text.line(text, 1, 20)).isEqualTo(text);
    }

    @Test
    void lineLosesWhiteSpaceAtItsEnds() {
        assertThat(Text.line(" \t\r\n a  b \u2003\n", 1, 4)).isEqualTo("a  b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\rb", "a\tb", "a\u001bb", "a\u007fb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u0000b"})
    void lineHasNoControlCharacter(String text) {
        assertRefused(FieldError.INVALID_CHARACTER, () -> Text.line(text, 1, 20));
    }

    @Test
    void lengthCountsCodePoints() {
        assertThat(Text.line("🚀🚀", 1, 2)).isEqualTo("🚀🚀");
        assertThat(Text.block("🚀🚀", 2)).isEqualTo("🚀🚀");
        assertRefused(FieldError.TOO_LONG, () -> Text.line("🚀🚀🚀", 1, 2));
        assertRefused(FieldError.TOO_LONG, () -> Text.block("🚀🚀🚀", 2));
        assertRefused(FieldError.TOO_SHORT, () -> Text.line("🚀🚀", 3, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void emptyLineIsRefusedWhereOneIsNeeded(String text) {
        assertRefused(FieldError.REQUIRED, () -> Text.line(text, 1, 20));
        assertThat(Text.line(text, 0, 20)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a\r\n\tb ", "\u0007", "\u2028"})
    void blockIsKeptAsItIs(String text) {
        assertThat(Text.block(text, 20)).isEqualTo(text);
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        for (String text :
                new String[] {"a\0b", "\ud83d", "\ude80", "\ude80\ud83d", "a\ud83da", "\ud83d\ud83d\ude80"}) {
            assertRefused(FieldError.INVALID_CHARACTER, () -> Text.block(text, 20));
            assertRefused(FieldError.INVALID_CHARACTER, () -> Text.line(text, 1, 20));
        }
    }

    @Property
    void everyTextIsALineThatStaysTheSameOrIsRefused(@ForAll @StringLength(max = 12) String text) {
        String line;
        try {
            line = Text.line(text, 1, 8);
        } catch (Invalid refused) {
            return;
        }
        assertThat(Text.line(line, 1, 8)).isEqualTo(line);
        assertThat(line.codePointCount(0, line.length())).isBetween(1, 8);
        assertThat(line.lines()).hasSize(1);
        assertThat(line).isEqualTo(line.strip()).doesNotContain("\0");
    }

    @Test
    void excerptIsCutAtALengthAndHasOnlyWhatCanBeStored() {
        assertThat(Text.excerpt("🚀🚀🚀", 2)).isEqualTo("🚀🚀");
        assertThat(Text.excerpt("short\n", 20)).isEqualTo("short\n");
        assertThat(Text.excerpt("a\0b\ud83dc\ude80", 20)).isEqualTo("abc");
    }
}
