package dev.muster.domain.idempotency;

import java.time.Instant;
import java.util.Optional;

/** The keys of requests that may be repeated, for {@link KeyClaim#KEPT}. Every call is one writing call. */
public interface IdempotencyKeys {

    /**
     * Gives a request its key, if nobody has it, if it has expired, or if it {@linkplain KeyEntry#fallsTo falls} to the
     * request. Of many at once one gets it.
     *
     * @return how it stands with the key afterwards: the request has it if the number is that of its claim. Empty if
     *     another gave it back meanwhile
     */
    Optional<KeyEntry> begin(KeyClaim claim);

    /**
     * Notes that the request is carried out, in the unit of work that does so: both are kept or none. From then on nobody
     * else gets the key.
     *
     * @return false if the claim has lost the key: then the unit must fail
     */
    boolean carryOut(KeyClaim claim, Instant now);

    /** Keeps the answer and ends the lease, unless the claim has lost the key. */
    void keep(KeyClaim claim, String sealedAnswer, Instant now);

    /** Gives the key back, so that the request can be run again, whatever it did. Nothing happens if the claim has lost it. */
    void giveBack(KeyClaim claim);

    /** Ends without an answer: gives the key back if the request was not carried out, else ends the lease only. */
    void giveUp(KeyClaim claim, Instant now);

    /**
     * Removes keys that have expired.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int removeExpired(Instant now, int limit);
}
