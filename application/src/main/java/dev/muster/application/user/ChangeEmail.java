package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.PasswordProof;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;

/** Begins the change of one's address: a link goes to the new one, and a word about it to the present one (requirement A6). */
public final class ChangeEmail {

    private final UnitOfWork unitOfWork;
    private final UserQueries queries;
    private final Users users;
    private final PasswordProof proof;
    private final Notices notices;

    public ChangeEmail(UnitOfWork unitOfWork, UserQueries queries, Users users, PasswordProof proof, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.users = users;
        this.proof = proof;
        this.notices = notices;
    }

    /**
     * Begins it. An address that is another account's is answered just the same; its owner is told.
     *
     * @throws dev.muster.domain.shared.Invalid with WRONG_PASSWORD
     * @throws dev.muster.domain.shared.TooMany with PASSWORD_LOCKED if too many wrong ones came before
     */
    public void request(Principal principal, EmailAddress wanted, Password password) {
        Credentials known = queries.requireCredentials(principal.user());
        proof.require(known, password, "/password");
        User user = known.user();
        unitOfWork.write(principal.user().asActor(), () -> {
            User owner = users.findByEmail(wanted).orElse(null);
            if (owner == null || owner.id().equals(user.id())) {
                notices.links().send(user, Purpose.CONFIRM_EMAIL, wanted);
            } else {
                notices.letters()
                        .tellSeldom(
                                owner,
                                LetterKind.EMAIL_WANTED_BY_OTHER,
                                notices.links().policy().quiet());
            }
            notices.letters().tell(user, LetterKind.EMAIL_CHANGE_REQUESTED, wanted);
            notices.audit().record(AuditAction.EMAIL_CHANGE_REQUESTED, user.id(), user.id());
            return user;
        });
    }
}
