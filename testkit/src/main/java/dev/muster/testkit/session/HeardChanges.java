package dev.muster.testkit.session;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Writes down what a feed tells, in its order: an id, a {@link Profile}, {@link #ROLES}, {@link #KEYS}, {@link #LOST} or {@link #FOUND}. */
public final class HeardChanges implements ChangeFeed.Follower {

    public static final String KEYS = "keys";
    public static final String LOST = "lost";
    public static final String FOUND = "found";
    public static final String ROLES = "roles";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** That what is known of a person changed. */
    public record Profile(UserId user) {}

    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @Override
    public void sessionEnded(SessionId session) {
        heard.add(session);
    }

    @Override
    public void userChanged(UserId user) {
        heard.add(user);
    }

    @Override
    public void profileChanged(UserId user) {
        heard.add(new Profile(user));
    }

    @Override
    public void rolesChanged() {
        heard.add(ROLES);
    }

    @Override
    public void keysChanged() {
        heard.add(KEYS);
    }

    @Override
    public void lost() {
        heard.add(LOST);
    }

    @Override
    public void found() {
        heard.add(FOUND);
    }

    /** All so far. */
    public List<Object> all() {
        return List.copyOf(heard);
    }

    /** How often something was heard. */
    public long count(Object change) {
        return heard.stream().filter(Predicate.isEqual(change)).count();
    }

    /** Waits until something was heard. */
    public void await(Object change) {
        await(change, 1);
    }

    /**
     * Waits until something was heard so many times.
     *
     * @return how long that took
     * @throws AssertionError if that takes too long
     */
    public Duration await(Object change, int times) {
        long start = System.nanoTime();
        while (count(change) < times) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("heard " + heard + " and not " + times + " times " + change);
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
