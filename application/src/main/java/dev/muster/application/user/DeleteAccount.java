package dev.muster.application.user;

import dev.muster.application.session.EndSessions;
import dev.muster.application.session.PasswordProof;
import dev.muster.application.shared.Versions;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import org.jspecify.annotations.Nullable;

/** Deletes one's account: it can be recovered for a time, and its address and user name are free (requirement A11). */
public final class DeleteAccount {

    private final UserQueries queries;
    private final PasswordProof proof;
    private final EndSessions endSessions;
    private final Deletion deletion;

    public DeleteAccount(UserQueries queries, PasswordProof proof, EndSessions endSessions, Deletion deletion) {
        this.queries = queries;
        this.proof = proof;
        this.endSessions = endSessions;
        this.deletion = deletion;
    }

    /**
     * Deletes it, and ends all sessions.
     *
     * @param expectedVersion the version that the caller knows, or null to delete whatever is there
     * @throws dev.muster.domain.shared.Invalid with WRONG_PASSWORD
     * @throws dev.muster.domain.shared.TooMany with PASSWORD_LOCKED if too many wrong ones came before
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with LAST_ADMIN if it is the only active administrator's
     */
    public void delete(Principal principal, Password password, @Nullable Long expectedVersion) {
        proof.require(queries.requireCredentials(principal.user()), password, "/password");
        Versions.changing(expectedVersion, () -> {
            User user = queries.require(principal.user());
            Versions.require(expectedVersion, user.version());
            endSessions.endAll(
                    user.id(), null, EndReason.ACCOUNT_DELETED, now -> deletion.delete(user, user.id(), now));
            return user;
        });
    }
}
