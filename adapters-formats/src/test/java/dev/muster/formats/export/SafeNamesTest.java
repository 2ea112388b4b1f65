package dev.muster.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Read me|documents/7-Read-me.md",
                "../../etc/passwd|documents/7-etc-passwd.md",
                "C:\\Windows\\win.ini|documents/7-C-Windows-win-ini.md",
                "con|documents/7-con.md",
                "...|documents/7-untitled.md",
                "🚀|documents/7-untitled.md",
                "Größe e\u0301 柵 हिन्दी|documents/7-Größe-é-柵-हिन्दी.md",
                "a\u202egpj.exe|documents/7-a-gpj-exe.md",
            })
    void nameIsMadeOfLettersDigitsAndHyphens(String title, String name) {
        assertThat(SafeNames.document(7, title)).isEqualTo(name);
    }

    @Property(tries = 300)
    void everyTitleMakesANameThatEverySystemUnpacks(
            @ForAll @StringLength(max = 200) String title, @ForAll @IntRange(min = 1, max = 9_999_999) int number) {
        String name = SafeNames.document(number, title);

        assertThat(name).matches("documents/[0-9]+-[\\p{L}\\p{M}\\p{N}-]+\\.md");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(100);
        assertThat(name.substring("documents/".length()).getBytes(UTF_8).length).isLessThanOrEqualTo(255);
        assertThat(SafeNames.document(number + 1, title)).isNotEqualToIgnoringCase(name);
    }
}
