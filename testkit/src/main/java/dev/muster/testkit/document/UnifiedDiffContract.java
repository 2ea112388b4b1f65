package dev.muster.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.domain.document.UnifiedDiff;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link UnifiedDiff} promises. A test class of the adapter implements this interface. */
public interface UnifiedDiffContract {

    /** What is tested. */
    UnifiedDiff diff();

    /** The difference of two versions of a document. */
    default String between(String older, String newer) {
        return diff().between(
                        new UnifiedDiff.Side("a/Plan", "version 1", older),
                        new UnifiedDiff.Side("b/Plan", "version 2", newer));
    }

    /** Requires that the difference, applied to the older text, gives the newer one. */
    default void assertLeads(String older, String newer) {
        assertThat(Patches.apply(older, between(older, newer))).isEqualTo(newer);
    }

    @Test
    default void changedLineStandsAmongThreeThatStay() {
        assertThat(between("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo("""
                        --- a/Plan\tversion 1
                        +++ b/Plan\tversion 2
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    default void equalTextsHaveNone() {
        assertThat(between("", "")).isEmpty();
        assertThat(between("a\nb", "a\nb")).isEmpty();
        assertThat(between("a\n".repeat(10_000), "a\n".repeat(10_000))).isEmpty();
    }

    @Test
    default void emptyTextGetsItsFirstLines() {
        assertThat(between("", "a\nb\n")).isEqualTo("""
                --- a/Plan\tversion 1
                +++ b/Plan\tversion 2
                @@ -0,0 +1,2 @@
                +a
                +b
                """);
    }

    @Test
    default void textLosesAllLines() {
        assertThat(between("a\nb\n", "")).isEqualTo("""
                --- a/Plan\tversion 1
                +++ b/Plan\tversion 2
                @@ -1,2 +0,0 @@
                -a
                -b
                """);
    }

    @Test
    default void missingEndOfTheLastLineIsTold() {
        assertThat(between("a\nb", "a\nb\n")).isEqualTo("""
                --- a/Plan\tversion 1
                +++ b/Plan\tversion 2
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +b
                """);
        assertThat(between("a\nb\n", "a\nc")).endsWith("-b\n+c\n\\ No newline at end of file\n");
        assertThat(between("a\nb", "x\nb")).endsWith("-a\n+x\n b\n\\ No newline at end of file\n");
    }

    @Test
    default void carriageReturnsBelongToTheirLines() {
        assertThat(between("a\r\nb\r\n", "a\nb\r\n")).endsWith("-a\r\n+a\n b\r\n");
        assertLeads("a\r\nb\r\n\r\n", "a\nb\r\n\r\n");
        assertLeads("a\rb\n\r", "a\rb\n\n\r");
    }

    @Test
    default void linesThatLookLikeMarksAreText() {
        String marks = "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-x\n+y\n \n\\ No newline at end of file\n";

        assertLeads("", marks);
        assertLeads(marks, "x\n" + marks + "--- z");
        assertLeads("@@ -1 +1 @@", "@@ -1 +1 @@\n");
    }

    @Test
    default void anyTextIsKept() {
        assertLeads("Zäune 🚀 streichen\u2028Zeile\u0085\n\t柵\n", "Zaune 🚀 streichen\u2028Zeile\n\t柵\u000b\n");
    }

    @Test
    default void changesFarApartLead() {
        String older = IntStream.range(0, 200).mapToObj(line -> line + "\n").collect(Collectors.joining());

        assertLeads(
                older, older.replace("\n20\n", "\nx\n").replace("\n150\n", "\n").replace("\n180\n", "\n180\n181\n"));
    }

    @Test
    default void randomChangesLead() {
        var random = new Random(20);
        for (int round = 0; round < 300; round++) {
            String older = words(random, random.nextInt(30));
            assertLeads(older, words(random, random.nextInt(30)));
        }
    }

    @Test
    default void textsOfFullLengthThatHaveNothingInCommonTakeSecondsAtMost() {
        var random = new Random(20);
        String older = lines(random, 12_000);
        String newer = lines(random, 12_000);

        String found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> between(older, newer));
        assertThat(Patches.apply(older, found)).isEqualTo(newer);
    }

    @Test
    default void textsOfAsManyLinesAsCanBeTakeSecondsAtMost() {
        String older = "\n".repeat(512 * 1024);
        String newer = "x\n".repeat(256 * 1024);

        String found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> between(older, newer));
        assertThat(Patches.apply(older, found)).isEqualTo(newer);
    }

    @Test
    default void manyThreadsCompareAtOnce() {
        assertThat(Race.values(Race.of(thread -> between("a\nb\n", "a\nc\n"))))
                .containsOnly(between("a\nb\n", "a\nc\n"));
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, 6)
                .mapToObj(word -> new String[] {"a\n", "b\n", "\n", "c\r\n", "d", "-e\n"}[word])
                .collect(Collectors.joining());
    }

    private static String lines(Random random, int count) {
        return random.ints(count)
                .mapToObj("a line of this kind, %011d\n"::formatted)
                .collect(Collectors.joining());
    }
}
