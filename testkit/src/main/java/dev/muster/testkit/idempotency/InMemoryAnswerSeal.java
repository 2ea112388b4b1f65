package dev.muster.testkit.idempotency;

import dev.muster.domain.idempotency.AnswerSeal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A seal that keeps the answers itself, and gives out numbers for them. */
public final class InMemoryAnswerSeal implements AnswerSeal {

    private record Sealed(String key, String answer) {}

    private final Map<String, Sealed> vault = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    @Override
    public String seal(String key, String answer) {
        String number = "sealed " + count.incrementAndGet();
        vault.put(number, new Sealed(key, answer));
        return number;
    }

    @Override
    public Optional<String> unseal(String key, String sealed) {
        return Optional.ofNullable(vault.get(sealed))
                .filter(kept -> kept.key().equals(key))
                .map(Sealed::answer);
    }
}
