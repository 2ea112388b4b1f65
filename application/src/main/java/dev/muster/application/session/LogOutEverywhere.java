package dev.muster.application.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;

/** Ends all of one's sessions, also the one that the request came by (requirement A5). */
public final class LogOutEverywhere {

    private final EndSessions endSessions;
    private final RecentSignIn recentSignIn;

    public LogOutEverywhere(EndSessions endSessions, RecentSignIn recentSignIn) {
        this.endSessions = endSessions;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Signs out everywhere.
     *
     * @throws dev.muster.domain.shared.Unauthenticated with REAUTHENTICATION_REQUIRED if the sign-in is not recent
     */
    public void logOut(Principal principal) {
        recentSignIn.require(principal);
        endSessions.endAll(principal.user(), null, EndReason.LOGOUT, now -> {});
    }
}
