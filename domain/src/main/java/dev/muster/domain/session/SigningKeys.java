package dev.muster.domain.session;

import java.time.Instant;
import java.util.List;

/** The stored signing keys, the same for all nodes. Works inside a unit of work only. */
public interface SigningKeys {

    /** Adds a key. */
    void insert(SigningKey key);

    /**
     * Adds the very first key.
     *
     * @return false, and nothing is changed, if there is a key already; of several calls at once, on any node, one adds
     */
    boolean insertFirst(SigningKey key);

    /** The keys that are not retired at a time, newest first; those that come into force later are among them. */
    List<SigningKey> findAccepted(Instant now);
}
