package dev.muster.application.session;

import dev.muster.application.audit.Audit;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces the key that signs access tokens (requirement A14). Of several rotations at once, on any node, each sees what
 * the one before has done.
 */
public final class RotateSigningKeys {

    /** How long a key is published before it signs: whoever has fetched the keys before has fetched them again by then. */
    public static final Duration PUBLISHED_AHEAD = Duration.ofHours(1);

    /** How long a key signs until it is replaced in turn. */
    public static final Duration LIFE = Duration.ofDays(90);

    /** For clocks that differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final UnitOfWork unitOfWork;
    private final SigningKeys signingKeys;
    private final PrepareSigningKeys prepare;
    private final Audit audit;
    private final Stamps stamps;

    public RotateSigningKeys(
            UnitOfWork unitOfWork, SigningKeys signingKeys, PrepareSigningKeys prepare, Audit audit, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.signingKeys = signingKeys;
        this.prepare = prepare;
        this.audit = audit;
        this.stamps = stamps;
    }

    /**
     * Makes a key that signs after {@link #PUBLISHED_AHEAD}. Those before it are accepted until the last token that they
     * may sign has expired, so no valid token is refused; those that were retired before are removed.
     *
     * @return the new key
     * @throws IllegalStateException if the stored keys can't be unsealed: a new one could then be used by no other node
     */
    public SigningKey rotate() {
        return replace(newest -> true).orElseThrow();
    }

    /** As {@link #rotate}, if the newest key has signed for its {@link #LIFE}; made to be called daily. */
    public Optional<SigningKey> rotateIfDue() {
        return replace(newest -> !stamps.now().isBefore(newest.notBefore().plus(LIFE)));
    }

    /**
     * Makes a key that signs at once, and removes all others: for keys that someone else may know. Every access token is
     * refused from then on, on every node that hears of it; refresh tokens stay valid.
     *
     * @return the new key
     * @throws IllegalStateException as {@link #rotate} does
     */
    public SigningKey rotateAtOnce() {
        prepare.prepare();
        SigningKey fresh = prepare.generate(stamps.now());
        unitOfWork.write(Actor.SYSTEM, () -> {
            signingKeys.lockAccepted(fresh.notBefore());
            insert(fresh, "at_once");
            signingKeys.removeAllBut(Set.of(fresh.id()));
            return fresh;
        });
        prepare.prepare();
        return fresh;
    }

    private Optional<SigningKey> replace(Predicate<SigningKey> isDue) {
        prepare.prepare();
        Instant now = stamps.now();
        SigningKey fresh = prepare.generate(now.plus(PUBLISHED_AHEAD));
        boolean replaced = unitOfWork.<Boolean>write(Actor.SYSTEM, () -> {
            List<SigningKey> accepted = signingKeys.lockAccepted(now);
            boolean due = accepted.isEmpty() || isDue.test(accepted.getFirst());
            if (due) {
                Instant lastTokenExpired = fresh.notBefore()
                        .plus(SessionPolicy.LONGEST_ACCESS_TOKEN_LIFE)
                        .plus(MARGIN);
                accepted.forEach(key -> signingKeys.retire(key.id(), lastTokenExpired));
                insert(fresh, "in_turn");
            }
            signingKeys.removeAllBut(ids(accepted, fresh));
            return due;
        });
        prepare.prepare();
        return replaced ? Optional.of(fresh) : Optional.empty();
    }

    private void insert(SigningKey fresh, String when) {
        signingKeys.insert(fresh);
        audit.record(AuditAction.SIGNING_KEY_ROTATED, null, null, Map.of("key", fresh.id(), "when", when));
    }

    private static Set<String> ids(List<SigningKey> keys, SigningKey oneMore) {
        return Stream.concat(keys.stream(), Stream.of(oneMore))
                .map(SigningKey::id)
                .collect(Collectors.toSet());
    }
}
