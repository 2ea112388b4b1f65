package dev.muster.domain.user;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;

/** Accounts as administrators look for them (requirements A16, A17). Works inside a unit of work only. */
public interface UserDirectory {

    /** The accounts that match, newest first. */
    Page<User> find(UserFilter filter, PageRequest<UserPosition> request);

    /** How many match. */
    long count(UserFilter filter);

    /** The statistics as they were last refreshed. */
    UserStatistics statistics();

    /** Counts again; readers meanwhile see the counts before. */
    void refreshStatistics();
}
