package dev.muster.application.shared;

import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often a password was hashed, for whatever purpose: each costs the same time. */
public final class CountingPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final AtomicInteger hashings = new AtomicInteger();

    public CountingPasswordHasher(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    /** How often something was hashed while the action ran, whether it threw or not. */
    public int countDuring(Runnable action) {
        int before = hashings.get();
        try {
            action.run();
        } catch (RuntimeException counted) {
            return hashings.get() - before;
        }
        return hashings.get() - before;
    }

    @Override
    public PasswordHash hash(Password password) {
        hashings.incrementAndGet();
        return hasher.hash(password);
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        hashings.incrementAndGet();
        return hasher.verify(password, hash);
    }

    @Override
    public void verifyNobody(Password password) {
        hashings.incrementAndGet();
        hasher.verifyNobody(password);
    }

    @Override
    public boolean accepts(PasswordHash hash) {
        return hasher.accepts(hash);
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return hasher.needsRehash(hash);
    }
}
