package dev.muster.domain.mail;

import dev.muster.domain.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The letters that wait, and those that went (requirement A2). A letter goes with the account that it is about. Works
 * inside a unit of work only; every call is one writing call at most.
 */
public interface Outbox {
    /** The longest reason, in characters. */
    int MAX_REASON = 500;

    /** Adds a letter, due at once. */
    void insert(Letter letter);

    /**
     * Adds a letter, due at once, unless one of its kind about its account was written after a time. Those who do so about
     * one account come one after the other, each after the end of the unit before: so of many at once one is added.
     *
     * @param letter about an account
     * @return false if it was not added
     */
    boolean insertUnlessWrittenSince(Letter letter, Instant since);

    /**
     * Takes letters that are due, the longest due first; they are not due again until the lease ends, so that of several
     * nodes one sends each. Counts the attempt.
     *
     * @param limit how many at most, 1 to 100
     */
    List<Delivery> take(Instant now, Instant leaseEnd, int limit);

    /** Notes that a letter went, for good: later calls change nothing. */
    void delivered(UUID letter, Instant at);

    /**
     * Notes that a letter did not go. Changes nothing if it went or was given up meanwhile.
     *
     * @param reason for operators; cut at {@link #MAX_REASON} characters
     * @param nextAttempt when it is due again, or null if it is given up: then it stays as a dead letter
     */
    void failed(UUID letter, String reason, @Nullable Instant nextAttempt);

    /** Makes a dead letter due again, as if it had never been tried; false if there is no such dead letter. */
    boolean revive(UUID letter, Instant now);

    /** Makes all dead letters due again, as if they had never been tried; how many. */
    int reviveAll(Instant now);

    /**
     * The newest letters, by their ids, whether they went or not; of the kinds only that are letters.
     *
     * @param to only those to this address, in any case; null for all
     */
    List<Letter> findNewest(@Nullable EmailAddress to, int limit);

    /** The dead letters, newest first. */
    List<DeadLetter> findDead(int limit);

    /** Removes letters that went before a time; how many. */
    int removeDelivered(Instant before);

    /** Removes dead letters that were written before a time; how many. */
    int removeDead(Instant before);

    /** @param attempt 1 at first */
    record Delivery(Letter letter, int attempt) {}

    /** A letter that was given up. */
    record DeadLetter(Letter letter, int attempts, String reason) {}
}
