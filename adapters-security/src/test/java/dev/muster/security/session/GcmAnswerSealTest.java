package dev.muster.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.idempotency.AnswerSeal;
import dev.muster.testkit.idempotency.AnswerSealContract;
import org.junit.jupiter.api.Test;

final class GcmAnswerSealTest implements AnswerSealContract {

    private final MasterKey master = MasterKey.random();

    @Override
    public AnswerSeal seal() {
        return new GcmAnswerSeal(master);
    }

    @Override
    public AnswerSeal sealOfAStranger() {
        return new GcmAnswerSeal(MasterKey.random());
    }

    @Test
    void anotherNodeOfTheSameMasterKeyOpensIt() {
        AnswerSeal another = new GcmAnswerSeal(MasterKey.parse(master.text()));

        assertThat(another.unseal("key", seal().seal("key", "answer"))).contains("answer");
    }

    @Test
    void answerIsNoSigningKey() {
        String sealed = new KeySeal(master).seal("key", "a private key");

        assertThat(seal().unseal("key", sealed)).isEmpty();
    }
}
