package dev.muster.domain.idempotency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a key.
 *
 * @param number of the claim that has it
 * @param fingerprint of the request that has it
 * @param leaseUntil when that request is taken for dead, or was over
 * @param carriedOut whether something that it wrote is kept
 * @param sealedAnswer its answer, sealed; null if there is none
 */
public record KeyEntry(
        UUID number,
        String fingerprint,
        Instant leaseUntil,
        boolean carriedOut,
        @Nullable String sealedAnswer) {

    /**
     * Whether a claim gets a key that another has, before that expires: it is the same request, and the other was cut off
     * before it had any effect.
     */
    public boolean fallsTo(KeyClaim claim) {
        return sealedAnswer == null
                && !carriedOut
                && !claim.at().isBefore(leaseUntil)
                && fingerprint.equals(claim.fingerprint());
    }
}
