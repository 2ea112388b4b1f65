package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.EndSessions;
import dev.muster.application.session.PasswordProof;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.Users;

/** Changes one's password; one's other sessions end (requirement A8). */
public final class ChangePassword {

    private static final String CURRENT = "/current_password";
    private static final String NEW = "/new_password";

    private final UserQueries queries;
    private final Users users;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final EndSessions endSessions;

    public ChangePassword(
            UserQueries queries, Users users, Passwords passwords, PasswordProof proof, EndSessions endSessions) {
        this.queries = queries;
        this.users = users;
        this.passwords = passwords;
        this.proof = proof;
        this.endSessions = endSessions;
    }

    /**
     * Changes it.
     *
     * @throws Invalid with WRONG_PASSWORD if the current one is wrong, or was changed meanwhile; with WEAK_PASSWORD if
     *     the new one may not be chosen
     * @throws dev.muster.domain.shared.TooMany with PASSWORD_LOCKED if too many wrong ones came before
     */
    public void change(Principal principal, Password current, Password wanted) {
        Credentials known = queries.requireCredentials(principal.user());
        proof.require(known, current, CURRENT);
        User user = known.user();
        PasswordHash hash = hashChosen(wanted, user);
        endSessions.endAll(user.id(), principal.session(), EndReason.PASSWORD_CHANGED, now -> {
            if (!users.changePassword(user.id(), known.hash(), hash, now)) {
                throw Invalid.at(CURRENT, UserError.WRONG_PASSWORD, "was changed meanwhile");
            }
            tell(user);
        });
    }

    /** A link that was mailed before could undo the change. */
    private void tell(User user) {
        Notices notices = endSessions.notices();
        notices.links().endAll(user, Purpose.RESET_PASSWORD);
        notices.letters().tell(user, LetterKind.PASSWORD_CHANGED);
        notices.audit().record(AuditAction.PASSWORD_CHANGED, user.id(), user.id());
    }

    private PasswordHash hashChosen(Password wanted, User user) {
        try {
            return passwords.hashChosen(wanted, user.identity());
        } catch (Invalid weak) {
            throw weak.movedTo(NEW);
        }
    }
}
