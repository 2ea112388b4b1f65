package dev.muster.application.user;

import dev.muster.application.session.EndSessions;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.shared.Versions;
import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Deletes someone's account, as they could themselves (requirement A11). */
public final class DeleteUser {

    private final AdministeredUsers accounts;
    private final Deletion deletion;
    private final EndSessions endSessions;
    private final RecentSignIn recentSignIn;

    public DeleteUser(
            AdministeredUsers accounts, Deletion deletion, EndSessions endSessions, RecentSignIn recentSignIn) {
        this.accounts = accounts;
        this.deletion = deletion;
        this.endSessions = endSessions;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Deletes it, and ends all its sessions. Their own needs a recent sign-in.
     *
     * @param expectedVersion the version that the caller knows, or null to delete whatever is there
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with LAST_ADMIN; with ILLEGAL_TRANSITION if it is deleted already
     */
    public void delete(Principal principal, UserId id, @Nullable Long expectedVersion) {
        principal.require(Permission.USERS_WRITE);
        recentSignIn.requireOver(principal, id);
        Versions.changing(
                expectedVersion,
                () -> endSessions.endAllBy(
                        principal.user(),
                        id,
                        EndReason.ACCOUNT_DELETED,
                        now -> deletion.delete(
                                accounts.require(principal, id, expectedVersion), principal.user(), now)));
    }
}
