package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Duration;

/** Removes letters that went long ago; dead ones stay until somebody has looked at them. */
public final class ForgetMail {

    private static final Duration KEPT = Duration.ofDays(30);

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
    }
}
