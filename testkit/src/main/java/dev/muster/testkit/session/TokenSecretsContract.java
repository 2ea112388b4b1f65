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

    private List<String> some(int count) {
        return Stream.generate(secrets()::next).limit(count).toList();
    }
}
