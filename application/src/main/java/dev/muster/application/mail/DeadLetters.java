package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.util.List;
import java.util.UUID;

/** The letters that were given up, for operators. */
public final class DeadLetters {

    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final Stamps stamps;

    public DeadLetters(UnitOfWork unitOfWork, Outbox outbox, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.stamps = stamps;
    }

    /** The newest, newest first. @param limit 1 to 100 */
    public List<Outbox.DeadLetter> newest(int limit) {
        return unitOfWork.read(Actor.SYSTEM, () -> outbox.findDead(limit));
    }

    /** Makes one due again, with all its attempts; false if there is no such dead letter. */
    public boolean retry(UUID letter) {
        return unitOfWork.writeOne(Actor.SYSTEM, () -> outbox.revive(letter, stamps.now()));
    }

    /** Makes all due again, with all their attempts; how many there were. */
    public int retryAll() {
        return unitOfWork.writeOne(Actor.SYSTEM, () -> outbox.reviveAll(stamps.now()));
    }
}
