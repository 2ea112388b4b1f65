package dev.muster.application.user;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserPosition;
import dev.muster.domain.user.UserStatistics;
import dev.muster.domain.user.Users;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads of other people's accounts (requirements A16, A17), each by those who may see them and refused to others with
 * PERMISSION_MISSING.
 */
public final class UserDirectoryQueries {

    private final UnitOfWork unitOfWork;
    private final UserDirectory directory;
    private final Users users;
    private final Sessions sessions;
    private final Stamps stamps;

    public UserDirectoryQueries(
            UnitOfWork unitOfWork, UserDirectory directory, Users users, Sessions sessions, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.directory = directory;
        this.users = users;
        this.sessions = sessions;
        this.stamps = stamps;
    }

    /** One page of the accounts that match, newest first. */
    public Page<User> findPage(Principal principal, UserFilter filter, PageRequest<UserPosition> page) {
        return read(principal, () -> directory.find(filter, page));
    }

    /** How many there are in all pages. */
    public long count(Principal principal, UserFilter filter) {
        return read(principal, () -> directory.count(filter));
    }

    /**
     * An account, deleted or not.
     *
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     */
    public User require(Principal principal, UserId id) {
        return read(principal, () -> stored(id));
    }

    /**
     * Where somebody is signed in, the last used first; no more than a person may have.
     *
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     */
    public List<Session> findSessions(Principal principal, UserId id) {
        return read(principal, () -> sessions.findLive(stored(id).id(), stamps.now()));
    }

    /** The statistics as they were last refreshed. */
    public UserStatistics statistics(Principal principal) {
        return read(principal, directory::statistics);
    }

    private User stored(UserId id) {
        return users.find(id).orElseThrow(UserQueries::notFound);
    }

    private <T> T read(Principal principal, Supplier<T> work) {
        principal.require(Permission.USERS_READ);
        return unitOfWork.read(principal.user().asActor(), work);
    }
}
