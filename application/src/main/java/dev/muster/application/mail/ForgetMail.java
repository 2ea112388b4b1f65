package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Duration;

/**
 * Removes letters that went long ago. Dead ones stay for somebody to look at them, but not for ever: they hold an address,
 * perhaps of somebody without an account, with which they would go; and whoever has not looked for a year never will.
 */
public final class ForgetMail {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DEAD_KEPT = Duration.ofDays(365);

    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final Stamps stamps;

    public ForgetMail(UnitOfWork unitOfWork, Outbox outbox, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.stamps = stamps;
    }

    public void forget() {
        unitOfWork.writeOne(
                Actor.SYSTEM, () -> outbox.removeDelivered(stamps.now().minus(KEPT)));
        unitOfWork.writeOne(Actor.SYSTEM, () -> outbox.removeDead(stamps.now().minus(DEAD_KEPT)));
    }
}
