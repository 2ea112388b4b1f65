package dev.muster.application.session;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.UserId;
import java.time.InstantSource;

/**
 * Holds back what somebody who merely has a token should not do, until whose token it is has signed in anew (RFC 9470,
 * OWASP ASVS 5.0, 7.5.1 and 7.5.2). Refreshing is no sign-in: it takes a token alone.
 */
public record RecentSignIn(ReauthenticationPolicy policy, InstantSource clock) {

    /** @throws Unauthenticated with REAUTHENTICATION_REQUIRED if the session began longer ago than the policy allows */
    public void require(Principal principal) {
        boolean recent = policy.isOff()
                || !clock.instant().isAfter(principal.signedInAt().plus(policy.maxAge()));
        if (!recent) {
            throw new Unauthenticated(
                    SessionError.REAUTHENTICATION_REQUIRED,
                    "This needs a more recent sign-in; sign in again and repeat it.",
                    policy.maxAge());
        }
    }

    /** The same where the account is their own. An administrator's routes are no way round what is asked of everybody. */
    public void requireOver(Principal principal, UserId account) {
        if (account.equals(principal.user())) {
            require(principal);
        }
    }
}
