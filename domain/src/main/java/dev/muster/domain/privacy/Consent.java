package dev.muster.domain.privacy;

import dev.muster.domain.shared.Text;
import dev.muster.domain.shared.Violations;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a person's consent ledger (requirement B4); never changed once made.
 *
 * @param terms what was agreed to or not
 * @param granted whether consent was given, or withdrawn
 * @param ip from which address, or null if unknown
 */
public record Consent(
        UUID id,
        UserId user,
        Terms terms,
        boolean granted,
        Instant at,
        @Nullable String ip) {

    /**
     * A version of a policy.
     *
     * @param policy one line of 1 to 100 characters, such as {@code privacy}
     * @param version one line of 1 to 50 characters
     */
    public record Terms(String policy, String version) {

        public static final int MAX_POLICY = 100;
        public static final int MAX_VERSION = 50;

        /** @throws dev.muster.domain.shared.Invalid if one of them is empty, too long or not one line */
        public Terms {
            var check = new Violations();
            String givenPolicy = policy;
            String givenVersion = version;
            policy = check.check("/policy", givenPolicy, () -> Text.line(givenPolicy, 1, MAX_POLICY));
            version = check.check("/version", givenVersion, () -> Text.line(givenVersion, 1, MAX_VERSION));
            check.throwIfAny();
        }
    }
}
