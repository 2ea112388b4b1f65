package dev.muster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnWordsTest {

    private static final OwnWords WORDS = OwnWords.of(
            Identity.unverified(
                    new EmailAddress("ann.smith@mail.example.org"),
                    new Username("Annabel_7"),
                    new PersonName("Zoë O'Brien-Ng 王小明 Li")),
            Set.of("muster", "intranet", "ab"));

    @Test
    void wordsAreThoseOfThreeCharactersOrMoreLongestFirst() {
        assertThat(WORDS.longestFirst())
                .containsExactly(
                        "ANN.SMITH@MAIL.EXAMPLE.ORG",
                        "ANN.SMITH",
                        "ANNABEL_7",
                        "INTRANET",
                        "ANNABEL",
                        "EXAMPLE",
                        "MUSTER",
                        "BRIEN",
                        "SMITH",
                        "MAIL",
                        "ANN",
                        "ORG",
                        "ZOE",
                        "王小明");
    }

    @ParameterizedTest
    @CsvSource({
        "ANN.SMITH, 0",
        "ZOË, 0",
        "zoe, 0",
        "bríen, 0",
        "Zoe\u0308, 0",
        "王小明王小明, 0",
        "ng li ab, 8",
        "smith, 0",
        "smith-annabel, 1",
        "annabel_7 smith, 1",
        "annabel 7 smithy, 4",
        "🚀muster🚀, 2",
        "nothing of it, 13",
    })
    void charactersBesidesTheWordsAreCounted(String password, int besides) {
        assertThat(WORDS.charactersBesides(new Password(password))).isEqualTo(besides);
    }

    @ParameterizedTest
    @CsvSource({
        "straße, Strasse 1, 2",
        "strasse, STRAßE 1, 2",
        "straße, STRAẞE 1, 2",
        "Σίσυφος, ΣΊΣΥΦΟΣσίσυφοσ!, 1",
        "Σίσυφος, σισυφος!, 1",
        "Müller, MULLER and muller, 5",
        "Алексей, АЛЕКСЕИ1, 1",
        "KILIÇ, kılıç1, 1",
        "नमस्ते, नमस्ते1, 1",
        "각하각, 각하각1, 1",
        "muster, Straße, 7",
        "muster, नमस्ते, 6",
        "muster, 각하각, 3",
    })
    void lettersOfAnyCaseAndAccentAreTheSame(String word, String password, int besides) {
        assertThat(wordsOf(word).charactersBesides(new Password(password))).isEqualTo(besides);
    }

    @Test
    void whatIsLeftIsNotJoinedToAnotherWord() {
        assertThat(WORDS.charactersBesides(new Password("musmusterter"))).isEqualTo(6);
        assertThat(WORDS.charactersBesides(new Password("exammailple"))).isEqualTo(7);
    }

    @Test
    void longWordIsTakenOutBeforeOneThatOverlapsIt() {
        OwnWords words = wordsOf("annabel", "elgi");

        assertThat(words.charactersBesides(new Password("annabelgium"))).isEqualTo(4);
    }

    @Property
    void whatSurroundsTheWordsIsCountedAndNothingElse(
            @ForAll("words") List<String> words, @ForAll @NumericChars @StringLength(min = 1, max = 20) String rest) {
        var password = new StringBuilder(rest);
        words.forEach(word -> password.insert(rest.length(), word).insert(rest.length(), "-"));

        assertThat(WORDS.charactersBesides(new Password(password.toString()))).isEqualTo(rest.length() + words.size());
    }

    @Property
    void passwordWithoutAnyOfThemCountsWhole(@ForAll @NumericChars @StringLength(min = 1, max = 128) String digits) {
        assertThat(WORDS.charactersBesides(new Password(digits))).isEqualTo(digits.length());
    }

    private static OwnWords wordsOf(String... installation) {
        return OwnWords.of(
                Identity.unverified(new EmailAddress("x@example.org"), new Username("xyz"), new PersonName("Xy")),
                Set.of(installation));
    }

    @Provide
    Arbitrary<List<String>> words() {
        Arbitrary<String> anyCase = Arbitraries.of(WORDS.longestFirst())
                .flatMap(word -> Arbitraries.of(word, word.toUpperCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)));
        return anyCase.list().ofMinSize(1).ofMaxSize(10);
    }
}
