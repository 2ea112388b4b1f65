package dev.muster.application.user;

import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;

/** Reads of users. */
public final class UserQueries {

    private final UnitOfWork unitOfWork;
    private final Users users;

    public UserQueries(UnitOfWork unitOfWork, Users users) {
        this.unitOfWork = unitOfWork;
        this.users = users;
    }

    /**
     * Oneself.
     *
     * @throws NotFound with USER_NOT_FOUND if there is no such user any more
     */
    public User require(UserId id) {
        return unitOfWork.read(id.asActor(), () -> users.find(id)).orElseThrow(UserQueries::notFound);
    }

    /** As {@link #require}, to look at one's password. */
    Credentials requireCredentials(UserId id) {
        return unitOfWork.read(id.asActor(), () -> users.findCredentials(id)).orElseThrow(UserQueries::notFound);
    }

    private static NotFound notFound() {
        return new NotFound(UserError.USER_NOT_FOUND, "There is no such user.");
    }
}
