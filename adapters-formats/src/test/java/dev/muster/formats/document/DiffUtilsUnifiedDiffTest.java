package dev.muster.formats.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.document.UnifiedDiff;
import dev.muster.testkit.document.UnifiedDiffContract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class DiffUtilsUnifiedDiffTest implements UnifiedDiffContract {

    @Override
    public UnifiedDiff diff() {
        return new DiffUtilsUnifiedDiff();
    }

    /** Few kinds of lines, so that much stays and much moves. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a\n", "b\n", "c\n", "\n", "\r\n", "-a\n", "+b\n", "@@\n", "end")
                .list()
                .ofMaxSize(40)
                .map(lines -> String.join("", lines));
    }

    @Property(tries = 2000)
    void differenceAppliedToTheOlderTextGivesTheNewerOne(@ForAll("texts") String older, @ForAll("texts") String newer) {
        assertLeads(older, newer);
        assertLeads(newer, older);
    }

    @Property
    void anyTwoTextsLeadToOneAnother(@ForAll String older, @ForAll String newer) {
        assertLeads(older, newer);
    }

    @Test
    void fewLinesOfALongTextAreFewLinesOfTheDifference() {
        List<String> lines =
                IntStream.range(0, 12_000).mapToObj(number -> "line " + number).collect(Collectors.toList());
        String older = String.join("\n", lines);
        lines.set(10, "changed");
        lines.remove(6_000);
        lines.add(11_000, "added");

        String found = between(older, String.join("\n", lines));
        assertThat(found.lines().filter(line -> line.startsWith("@@"))).hasSize(3);
        assertThat(found.lines().filter(line -> line.matches("[-+](line|changed|added).*")))
                .containsExactly("-line 10", "+changed", "-line 6000", "+added");
    }

    @Test
    void removedLinesStandBeforeThoseThatReplaceThem() {
        assertThat(between("a\r\nb", "a\nb\n")).endsWith("""
                @@ -1,2 +1,2 @@
                -a\r
                -b
                \\ No newline at end of file
                +a
                +b
                """);
    }

    @Test
    void textsThatCostTooMuchKeepTheirBeginningAndTheirEnd() {
        String older = "first\n" + numbers(1) + "last\n";
        String newer = "first\n" + numbers(-1) + "last\n";

        String found = between(older, newer);
        assertThat(found.lines().filter(line -> line.startsWith("@@"))).hasSize(1);
        assertThat(found.lines()).contains(" first", " last").doesNotContain("-first", "+last");
        assertLeads(older, newer);
    }

    private static String numbers(int sign) {
        return IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> number * sign + "\n")
                .collect(Collectors.joining());
    }
}
