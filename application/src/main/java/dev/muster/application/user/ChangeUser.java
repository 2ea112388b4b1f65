package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.RecentSignIn;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes who a person is and how they are reached (requirement A12). */
public final class ChangeUser {

    private final Administration administration;
    private final AdministeredUsers accounts;
    private final Users users;
    private final RecentSignIn recentSignIn;

    public ChangeUser(
            Administration administration, AdministeredUsers accounts, Users users, RecentSignIn recentSignIn) {
        this.administration = administration;
        this.accounts = accounts;
        this.users = users;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Changes an account. When its address moves, the links that were mailed before are worth nothing, and a word about it
     * goes to the former one. Another address, user name or telephone number of their own needs a recent sign-in.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored details to the wanted ones; may be applied more than once
     * @return the account as stored
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or the account may do more than they
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws Conflict with ILLEGAL_TRANSITION if it is deleted; with EMAIL_TAKEN or USERNAME_TAKEN
     */
    public User change(
            Principal principal, UserId id, @Nullable Long expectedVersion, UnaryOperator<AdministeredDetails> change) {
        principal.require(Permission.USERS_WRITE);
        return accounts.act(principal, id, expectedVersion, (user, now) -> {
            if (user.status() == UserStatus.DELETED) {
                throw new Conflict(UserError.ILLEGAL_TRANSITION, "A deleted account stays as it is.");
            }
            return store(principal, user, change.apply(AdministeredDetails.of(user)), now);
        });
    }

    private User store(Principal principal, User user, AdministeredDetails wanted, Instant now) {
        User changed = wanted.applyTo(user, now);
        String differences = AdministeredDetails.differences(user, changed);
        if (differences.isEmpty()) {
            return user;
        }
        if (user.id().equals(principal.user()) && !wanted.identifiesLike(user)) {
            recentSignIn.require(principal);
        }
        users.update(changed);
        administration.record(AuditAction.USER_CHANGED, principal, user.id(), Map.of("changed", differences));
        if (wanted.moveAddressOf(user)) {
            Notices notices = administration.notices();
            for (Purpose purpose : Purpose.values()) {
                notices.links().endAll(user, purpose);
            }
            notices.letters()
                    .tell(user, LetterKind.EMAIL_CHANGED, user.identity().email());
        }
        return changed;
    }
}
