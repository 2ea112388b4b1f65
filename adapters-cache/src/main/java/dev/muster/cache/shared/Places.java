package dev.muster.cache.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What loads have found, in this process. A load takes its place before it begins and keeps what it finds only if the
 * place is still its own: so forgetting waits for nobody, and nothing comes back that was forgotten during a load.
 */
public final class Places<K, V> {

    private final ConcurrentMap<K, CompletableFuture<Optional<V>>> places;
    private volatile boolean paused;

    /**
     * Places for a number of values.
     *
     * @param most how many; more push others out
     * @param age for how long a value is kept, whether it is used or not
     * @param maxAge for how long at most
     */
    public Places(int most, Function<V, Duration> age, Duration maxAge, Ticker ticker) {
        this.places = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<K, CompletableFuture<Optional<V>>>writing((key, place) -> found(place)
                        .map(age)
                        .filter(wanted -> wanted.compareTo(maxAge) < 0)
                        .orElse(maxAge)))
                .ticker(ticker)
                .<K, CompletableFuture<Optional<V>>>build()
                .asMap();
    }

    /** What is kept, or else what load finds; others who ask meanwhile wait for the same load. */
    public Optional<V> find(K key, Function<K, Optional<V>> load) {
        if (paused) {
            return load.apply(key);
        }
        var mine = new CompletableFuture<Optional<V>>();
        var other = places.putIfAbsent(key, mine);
        if (other != null) {
            return await(other);
        }
        if (paused) {
            // The pause may have swept before there was something to sweep.
            places.remove(key, mine);
        }
        return run(load, key, mine);
    }

    private Optional<V> run(Function<K, Optional<V>> load, K key, CompletableFuture<Optional<V>> mine) {
        try {
            Optional<V> found = load.apply(key);
            if (found.isPresent()) {
                places.replace(key, mine, CompletableFuture.completedFuture(found));
            } else {
                places.remove(key, mine);
            }
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error failure) {
            places.remove(key, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private Optional<V> await(CompletableFuture<Optional<V>> place) {
        try {
            return place.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** What is kept; never waits. */
    public Optional<V> findKept(K key) {
        var place = places.get(key);
        return place == null ? Optional.empty() : found(place);
    }

    public void forget(K key) {
        places.remove(key);
    }

    /** Forgets every value that is meant, and whatever loads under way find: whether that is meant is not known yet. */
    public void forgetIf(Predicate<V> meant) {
        places.values().removeIf(place -> found(place).map(meant::test).orElse(true));
    }

    /** Forgets everything, and keeps nothing until {@link #resume}. */
    public void pause() {
        paused = true;
        places.clear();
    }

    public void resume() {
        paused = false;
    }

    /** What a load has found; empty while it is under way. */
    private static <V> Optional<V> found(CompletableFuture<Optional<V>> place) {
        return place.state() == Future.State.SUCCESS ? place.resultNow() : Optional.empty();
    }
}
