package dev.muster.application.user;

import dev.muster.application.session.EndSessions;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.session.RecoverAccount;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Users;
import org.jspecify.annotations.Nullable;

/** Deletes one's account: it can be recovered for a time, and its address and user name are free (requirement A11). */
public final class DeleteAccount {

    private final UserQueries queries;
    private final Users users;
    private final PasswordProof proof;
    private final EndSessions endSessions;

    public DeleteAccount(UserQueries queries, Users users, PasswordProof proof, EndSessions endSessions) {
        this.queries = queries;
        this.users = users;
        this.proof = proof;
        this.endSessions = endSessions;
    }

    /**
     * Deletes it, and ends all sessions.
     *
     * @param expectedVersion the version that the caller knows, or null to delete whatever is there
     * @throws dev.muster.domain.shared.Invalid with WRONG_PASSWORD
     * @throws dev.muster.domain.shared.TooMany with PASSWORD_LOCKED if too many wrong ones came before
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     */
    public void delete(Principal principal, Password password, @Nullable Long expectedVersion) {
        proof.require(queries.requireCredentials(principal.user()), password, "/password");
        Versions.changing(expectedVersion, () -> {
            User user = queries.require(principal.user());
            Versions.require(expectedVersion, user.version());
            endSessions.endAll(user.id(), null, EndReason.ACCOUNT_DELETED, now -> {
                users.update(user.deleted(now));
                endSessions.notices().letters().tell(user, LetterKind.ACCOUNT_DELETED, now.plus(RecoverAccount.GRACE));
                endSessions.notices().audit().record(AuditAction.USER_DELETED, user.id(), user.id());
            });
            return user;
        });
    }
}
