package dev.muster.testkit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.idempotency.AnswerSeal;
import dev.muster.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an {@link AnswerSeal} promises. A test class of the adapter implements this interface and gives the adapter. */
public interface AnswerSealContract {

    /** What is tested; the same at every call of a test. */
    AnswerSeal seal();

    /** The same of another installation: the master key is another. */
    AnswerSeal sealOfAStranger();

    @Test
    default void answerComesBackAsItWas() {
        for (String answer : List.of("", "201\n\n{\"token\": \"secret\"}", "é🚀\n\u0000", "x".repeat(300_000))) {
            assertThat(seal().unseal("key", seal().seal("key", answer))).contains(answer);
        }
    }

    @Test
    default void sealedAnswerTellsNothingOfIt() {
        String sealed = seal().seal("the key", "the secret");

        assertThat(sealed).doesNotContain("secret", "the key");
        assertThat(seal().seal("the key", "the secret")).isNotEqualTo(sealed);
    }

    @Test
    default void answerOfOneKeyIsNoAnswerOfAnother() {
        assertThat(seal().unseal("another", seal().seal("key", "answer"))).isEmpty();
    }

    @Test
    default void answerOfAnotherInstallationIsNone() {
        assertThat(seal().unseal("key", sealOfAStranger().seal("key", "answer")))
                .isEmpty();
    }

    @Test
    default void whatWasChangedIsNoAnswer() {
        String sealed = seal().seal("key", "answer");

        assertThat(seal().unseal("key", sealed + "A")).isEmpty();
        assertThat(seal().unseal("key", sealed.substring(1))).isEmpty();
        assertThat(seal().unseal("key", "")).isEmpty();
        assertThat(seal().unseal("key", "no base64 é")).isEmpty();
    }

    @Test
    default void manyThreadsSealAtOnce() {
        assertThat(Race.values(Race.of(
                        thread -> seal().unseal("key" + thread, seal().seal("key" + thread, "answer" + thread))
                                .orElseThrow())))
                .hasSize(Race.THREADS)
                .doesNotHaveDuplicates()
                .contains("answer0", "answer7");
    }
}
