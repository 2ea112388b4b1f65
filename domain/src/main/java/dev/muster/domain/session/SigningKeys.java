package dev.muster.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;

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

    /** As {@link #findAccepted}, and until the unit of work ends nobody else gets them this way, on any node. */
    List<SigningKey> lockAccepted(Instant now);

    /**
     * Sets until when the signatures of a key are accepted; one that ends earlier stays as it is.
     *
     * @param at after its {@link SigningKey#notBefore}
     */
    void retire(String id, Instant at);

    /** Removes every key but these. */
    void removeAllBut(Set<String> ids);
}
