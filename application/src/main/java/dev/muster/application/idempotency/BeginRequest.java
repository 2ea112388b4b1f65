package dev.muster.application.idempotency;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.idempotency.AnswerSeal;
import dev.muster.domain.idempotency.Caller;
import dev.muster.domain.idempotency.IdempotencyError;
import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.idempotency.KeyEntry;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.shared.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a request that carries a key: it is run, or gets the answer of the first. */
public final class BeginRequest {

    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final AnswerSeal seal;
    private final TokenSecrets secrets;
    private final Stamps stamps;

    public BeginRequest(
            UnitOfWork unitOfWork, IdempotencyKeys keys, AnswerSeal seal, TokenSecrets secrets, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.seal = seal;
        this.secrets = secrets;
        this.stamps = stamps;
    }

    /**
     * A request that was begun.
     *
     * @param firstAnswer what the first request was answered; null if this is the first, which is to be run
     */
    public record Begun(KeyClaim claim, @Nullable String firstAnswer) {}

    /**
     * Begins.
     *
     * @param digest a hash of the whole request; as that may hold a password, it is stored under a secret of Muster only
     * @throws Invalid with IDEMPOTENCY_KEY_REUSED if the key is that of another request
     * @throws Conflict with IDEMPOTENCY_KEY_IN_USE while the first is running, IDEMPOTENCY_OUTCOME_UNKNOWN if it was
     *     carried out and its answer is not at hand
     */
    public Begun begin(Caller caller, String key, String digest) {
        KeyClaim claim = new KeyClaim(
                secrets.derive("idempotency-key:" + caller.name() + "\n" + key),
                secrets.derive("idempotent-request:" + digest),
                stamps.nextId(),
                caller.user(),
                stamps.now());
        KeyEntry entry =
                unitOfWork.writeOne(Actor.SYSTEM, () -> keys.begin(claim)).orElseThrow(BeginRequest::inUse);
        return entry.number().equals(claim.number())
                ? new Begun(claim, null)
                : new Begun(claim, firstAnswer(claim, entry));
    }

    private String firstAnswer(KeyClaim claim, KeyEntry first) {
        if (!first.fingerprint().equals(claim.fingerprint())) {
            throw reused();
        }
        if (first.sealedAnswer() != null) {
            return seal.unseal(claim.key(), first.sealedAnswer()).orElseThrow(BeginRequest::outcomeUnknown);
        }
        throw first.carriedOut() && !claim.at().isBefore(first.leaseUntil()) ? outcomeUnknown() : inUse();
    }

    private static Invalid reused() {
        String detail = "The idempotency key was used for another request; a new request needs a new key.";
        return new Invalid(
                IdempotencyError.IDEMPOTENCY_KEY_REUSED,
                detail,
                List.of(new Violation(
                        "", IdempotencyError.IDEMPOTENCY_KEY_REUSED, "must be what the key was used for first")));
    }

    static Conflict inUse() {
        return new Conflict(
                IdempotencyError.IDEMPOTENCY_KEY_IN_USE,
                "The first request with this idempotency key is still running; repeat it in a while.");
    }

    private static Conflict outcomeUnknown() {
        return new Conflict(
                IdempotencyError.IDEMPOTENCY_OUTCOME_UNKNOWN,
                "The first request with this idempotency key was carried out, and its answer is not at hand;"
                        + " look for its result.");
    }
}
