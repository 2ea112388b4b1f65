package dev.muster.testkit.idempotency;

import dev.muster.domain.idempotency.AnswerSeal;

final class InMemoryAnswerSealTest implements AnswerSealContract {

    private final AnswerSeal seal = new InMemoryAnswerSeal();

    @Override
    public AnswerSeal seal() {
        return seal;
    }

    @Override
    public AnswerSeal sealOfAStranger() {
        return new InMemoryAnswerSeal();
    }
}
