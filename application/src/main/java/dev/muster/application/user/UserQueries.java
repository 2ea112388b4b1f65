package dev.muster.application.user;

import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserCache;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.util.Optional;

/** Reads of users. */
public final class UserQueries {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final UserCache cache;

    public UserQueries(UnitOfWork unitOfWork, Users users, UserCache cache) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.cache = cache;
    }

    /**
     * Oneself, to look at. What another node changed a moment ago may be missing, so whoever decides or changes something
     * asks {@link #require}.
     *
     * @throws NotFound with USER_NOT_FOUND if there is no such user any more
     */
    public User requireRemembered(UserId id) {
        return cache.find(id, this::find).orElseThrow(UserQueries::notFound);
    }

    /**
     * Oneself as stored.
     *
     * @throws NotFound with USER_NOT_FOUND if there is no such user any more
     */
    public User require(UserId id) {
        return find(id).orElseThrow(UserQueries::notFound);
    }

    /** As {@link #require}, to look at one's password. */
    Credentials requireCredentials(UserId id) {
        return unitOfWork.read(id.asActor(), () -> users.findCredentials(id)).orElseThrow(UserQueries::notFound);
    }

    /** For whoever has changed oneself: whatever is remembered is not true any more. */
    void forget(UserId id) {
        cache.forget(id);
    }

    private Optional<User> find(UserId id) {
        return unitOfWork.read(id.asActor(), () -> users.find(id));
    }

    static NotFound notFound() {
        return new NotFound(UserError.USER_NOT_FOUND, "There is no such user.");
    }
}
