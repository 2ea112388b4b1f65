package dev.muster.application.mail;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mail of an installation that has no server for it, for those who develop with it. */
public final class Mailbox {

    private static final int NEWEST = 50;

    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final DeliverMail deliverMail;
    private final MailWriter writer;

    public Mailbox(UnitOfWork unitOfWork, Outbox outbox, DeliverMail deliverMail, MailWriter writer) {
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.deliverMail = deliverMail;
        this.writer = writer;
    }

    /** The newest 50, newest first. @param to only those to this address, or null for all */
    public List<Mail> newest(@Nullable EmailAddress to) {
        deliverMail.deliver();
        List<Letter> letters = unitOfWork.read(Actor.SYSTEM, () -> outbox.findNewest(to, NEWEST));
        return letters.stream().map(writer::write).toList();
    }
}
