package dev.muster.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no spreadsheet takes for a formula; the table itself is read back by {@link StreamedFormatsTest}. */
final class TaskTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void whatCouldBeAFormulaGetsAnApostrophe(String text) {
        assertThat(TaskTable.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1-1", "'=1", " =1", "Größe", "🚀"})
    void whatIsNoFormulaStaysAsItIs(String text) {
        assertThat(TaskTable.harmless(text)).isEqualTo(text);
    }
}
