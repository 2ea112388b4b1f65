package dev.muster.application.user;

import dev.muster.application.mail.Notices;
import dev.muster.application.session.RecentSignIn;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what a person tells about themselves (requirement A9). */
public final class ChangeProfile {

    private final UnitOfWork unitOfWork;
    private final UserQueries queries;
    private final Users users;
    private final RecentSignIn recentSignIn;
    private final Notices notices;

    public ChangeProfile(
            UnitOfWork unitOfWork, UserQueries queries, Users users, RecentSignIn recentSignIn, Notices notices) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.users = users;
        this.recentSignIn = recentSignIn;
        this.notices = notices;
    }

    /**
     * Changes one's own details. Another user name or telephone number needs a recent sign-in.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored details to the wanted ones; may be applied more than once
     * @return the user as stored
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with USERNAME_TAKEN if the user name is someone else's
     */
    public User change(Principal principal, @Nullable Long expectedVersion, UnaryOperator<PersonalDetails> change) {
        return Versions.changing(expectedVersion, () -> {
            User user = queries.require(principal.user());
            Versions.require(expectedVersion, user.version());
            PersonalDetails wanted = change.apply(user.details());
            if (wanted.equals(user.details())) {
                return user;
            }
            if (!wanted.identifiesLike(user.details())) {
                recentSignIn.require(principal);
            }
            return store(user.with(wanted, notices.now()));
        });
    }

    private User store(User changed) {
        UserId id = changed.id();
        try {
            return unitOfWork.write(id.asActor(), () -> {
                users.update(changed);
                notices.audit().record(AuditAction.USER_CHANGED, id, id);
                return changed;
            });
        } finally {
            // Also when it is not known whether the change was stored.
            queries.forget(id);
        }
    }
}
