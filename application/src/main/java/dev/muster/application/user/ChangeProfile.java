package dev.muster.application.user;

import dev.muster.application.audit.Audit;
import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
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
    private final Stamps stamps;
    private final Audit audit;

    public ChangeProfile(UnitOfWork unitOfWork, UserQueries queries, Users users, Stamps stamps, Audit audit) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.users = users;
        this.stamps = stamps;
        this.audit = audit;
    }

    /**
     * Changes one's own details.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored details to the wanted ones; may be applied more than once
     * @return the user as stored
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with USERNAME_TAKEN if the user name is someone else's
     */
    public User change(UserId id, @Nullable Long expectedVersion, UnaryOperator<PersonalDetails> change) {
        return Versions.changing(expectedVersion, () -> {
            User user = queries.require(id);
            Versions.require(expectedVersion, user.version());
            PersonalDetails wanted = change.apply(user.details());
            if (wanted.equals(user.details())) {
                return user;
            }
            return store(user.with(wanted, stamps.now()));
        });
    }

    private User store(User changed) {
        UserId id = changed.id();
        try {
            return unitOfWork.write(id.asActor(), () -> {
                users.update(changed);
                audit.record(AuditAction.USER_CHANGED, id, id);
                return changed;
            });
        } finally {
            // Also when it is not known whether the change was stored.
            queries.forget(id);
        }
    }
}
