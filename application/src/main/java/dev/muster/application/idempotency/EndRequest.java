package dev.muster.application.idempotency;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.idempotency.AnswerSeal;
import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;

/** Says what is kept of a request that was begun with a key, and run. */
public final class EndRequest {

    /** The longest answer that is kept, in bytes. */
    public static final int MAX_ANSWER = 256 * 1024;

    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final AnswerSeal seal;
    private final Stamps stamps;

    public EndRequest(UnitOfWork unitOfWork, IdempotencyKeys keys, AnswerSeal seal, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.seal = seal;
        this.stamps = stamps;
    }

    /** How a request ended. */
    public enum Outcome {
        /** With an answer that every repeat is to get. */
        FINAL,
        /** With an answer of which nothing follows: a repeat is run as if it were the first. */
        OPEN,
        /** With a fault: a repeat is run, unless something of the request is kept. */
        BROKEN
    }

    /** Ends it. Of a final answer that is too long it is kept only that there was one. */
    public void end(KeyClaim claim, Outcome outcome, String answer) {
        switch (outcome) {
            case FINAL -> keep(claim, answer);
            case OPEN -> write(() -> keys.giveBack(claim));
            case BROKEN -> write(() -> keys.giveUp(claim, stamps.now()));
        }
    }

    private void keep(KeyClaim claim, String answer) {
        if (answer.getBytes(StandardCharsets.UTF_8).length <= MAX_ANSWER) {
            String sealed = seal.seal(claim.key(), answer);
            write(() -> keys.keep(claim, sealed, stamps.now()));
            return;
        }
        unitOfWork.write(Actor.SYSTEM, () -> {
            boolean held = keys.carryOut(claim, stamps.now());
            keys.giveUp(claim, stamps.now());
            return held;
        });
    }

    private void write(Runnable change) {
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            change.run();
            return true;
        });
    }
}
