package dev.muster.application.session;

import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.User;
import java.time.Duration;

/**
 * What someone gets who has signed in; holds secrets, so it is never printed.
 *
 * @param accessToken a JWT
 * @param accessLife from now on
 * @param refreshToken the secret
 * @param refreshLife from now on, when it is not used
 */
public record SignedIn(
        String accessToken,
        Duration accessLife,
        String refreshToken,
        Duration refreshLife,
        SessionId session,
        User user) {

    @Override
    public String toString() {
        return "SignedIn[" + session + "]";
    }
}
