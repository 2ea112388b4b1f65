package dev.muster.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.TokenSecrets;
import dev.muster.testkit.shared.Race;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link TokenSecrets} promise. A test class of the adapter implements this interface and gives the adapter. */
public interface TokenSecretsContract {

    /** What is tested. */
    TokenSecrets secrets();

    /** The same on another node, of the same master key. */
    TokenSecrets secretsOfAnotherNode();

    /** The same of another installation: the master key is another. */
    TokenSecrets secretsOfAStranger();

    @Test
    default void secretOfASeedIsTheSameOnEveryNode() {
        String derived = secrets().derive("verify:1");

        assertThat(secrets().derive("verify:1")).isEqualTo(derived);
        assertThat(secretsOfAnotherNode().derive("verify:1")).isEqualTo(derived);
    }

    @Test
    default void secretOfASeedIsAnotherForAnotherSeedOrMasterKey() {
        Stream<String> seeds = Stream.of("", " ", "verify:1", "verify:2", "Verify:1", "verify:1 ", "reset:1", "\u00fc");

        assertThat(seeds.flatMap(seed ->
                        Stream.of(secrets().derive(seed), secretsOfAStranger().derive(seed))))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    default void secretOfASecretTellsNothingOfIt() {
        String seed = secrets().next();

        assertThat(secrets().derive(seed))
                .isNotEqualTo(seed)
                .isNotEqualTo(secrets().derive(secrets().derive(seed)));
    }

    @Test
    default void manyThreadsDeriveAtOnce() {
        String expected = secrets().derive("seed 7");

        assertThat(Race.values(Race.of(thread -> IntStream.range(0, 100)
                        .mapToObj(round -> secrets().derive("seed " + round))
                        .toList()
                        .get(7))))
                .containsOnly(expected);
    }

    @Test
    default void secretIsWrittenIn43CharactersOfBase64Url() {
        assertThat(some(1000)).allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    default void secretHas256Bits() {
        assertThat(some(1000))
                .allSatisfy(secret ->
                        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32));
    }

    @Test
    default void everyBitOfASecretIsAsOftenSetAsNot() {
        int[] set = new int[256];
        for (String secret : some(4000)) {
            byte[] bytes = Base64.getUrlDecoder().decode(secret);
            for (int bit = 0; bit < set.length; bit++) {
                set[bit] += bytes[bit / 8] >> (bit % 8) & 1;
            }
        }

        // 4000 throws of a coin: 2000 on average, and beyond 300 off once in 10^20 runs.
        assertThat(IntStream.of(set)).allMatch(count -> Math.abs(count - 2000) < 300);
    }

    @Test
    default void secretsOfManyThreadsAreUnique() {
        List<List<String>> made = Race.values(Race.of(thread -> some(1000)));

        assertThat(made.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    default void derivedSecretIsWrittenIn43CharactersOfBase64Url() {
        for (String seed : List.of("", "refresh:a", "é🚀", "x".repeat(1000))) {
            String derived = secrets().derive(seed);

            assertThat(derived).matches("[A-Za-z0-9_-]{43}");
            assertThat(Base64.getUrlDecoder().decode(derived)).hasSize(32);
        }
    }

    @Test
    default void derivedSecretsOfOtherSeedsAreOthers() {
        List<String> seeds =
                IntStream.range(0, 1000).mapToObj(number -> "seed:" + number).toList();

        assertThat(seeds.stream().map(secrets()::derive))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(seeds);
    }

    private List<String> some(int count) {
        return Stream.generate(secrets()::next).limit(count).toList();
    }
}
