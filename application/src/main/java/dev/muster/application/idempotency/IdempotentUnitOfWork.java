package dev.muster.application.idempotency;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a request with a key writes together with the note that it was carried out, so that no crash can come between
 * the two. A request that has lost its key to a repeat can't write any more. Everything else passes as it is.
 */
public final class IdempotentUnitOfWork implements UnitOfWork {

    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final Supplier<Optional<KeyClaim>> running;
    private final Stamps stamps;

    /** Bound inside a unit that notes it already. */
    private final ScopedValue<Boolean> noting = ScopedValue.newInstance();

    /** @param running the claim of the request that the calling thread works for, if it has one */
    public IdempotentUnitOfWork(
            UnitOfWork unitOfWork, IdempotencyKeys keys, Supplier<Optional<KeyClaim>> running, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.running = running;
        this.stamps = stamps;
    }

    @Override
    public <T extends @Nullable Object> T read(Actor actor, Supplier<T> work) {
        return unitOfWork.read(actor, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Actor actor, Supplier<T> work) {
        KeyClaim claim = claim();
        return unitOfWork.write(actor, claim == null ? work : noted(claim, work));
    }

    /** Two writes with a key: that of the work, and the note. */
    @Override
    public <T extends @Nullable Object> T writeOne(Actor actor, Supplier<T> work) {
        KeyClaim claim = claim();
        return claim == null ? unitOfWork.writeOne(actor, work) : unitOfWork.write(actor, noted(claim, work));
    }

    private @Nullable KeyClaim claim() {
        return noting.isBound() ? null : running.get().orElse(null);
    }

    /** The note comes last, as whoever repeats the request waits for the row from then on. */
    private <T extends @Nullable Object> Supplier<T> noted(KeyClaim claim, Supplier<T> work) {
        return () -> {
            T result = ScopedValue.where(noting, true).call(work::get);
            if (!keys.carryOut(claim, stamps.now())) {
                throw BeginRequest.inUse();
            }
            return result;
        };
    }
}
