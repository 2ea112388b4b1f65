package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;

/**
 * Looks up whether whoever wants a link has an account, and sends it. Long after the request, which so takes the same
 * time for everyone (requirement A7).
 */
public final class GrantWish {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final MailLinks links;
    private final Outbox outbox;
    private final Stamps stamps;

    public GrantWish(UnitOfWork unitOfWork, Users users, MailLinks links, Outbox outbox, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.links = links;
        this.outbox = outbox;
        this.stamps = stamps;
    }

    /** @param wish a letter of a kind that is one */
    void grant(Letter wish) {
        Purpose purpose =
                wish.kind() == LetterKind.PASSWORD_RESET_WANTED ? Purpose.RESET_PASSWORD : Purpose.VERIFY_EMAIL;
        unitOfWork.write(Actor.SYSTEM, () -> {
            users.findByEmail(wish.to())
                    .filter(user -> isOfUse(user, purpose))
                    .filter(user -> !links.isQuiet(user, purpose))
                    .ifPresent(user -> links.send(user, purpose, user.identity().email()));
            outbox.delivered(wish.id(), stamps.now());
            return wish;
        });
    }

    private static boolean isOfUse(User user, Purpose purpose) {
        return purpose == Purpose.RESET_PASSWORD || !user.identity().emailVerified();
    }
}
