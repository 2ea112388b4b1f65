package dev.muster.application.session;

import dev.muster.domain.session.EndReason;
import dev.muster.domain.session.Principal;

/** Ends all of one's sessions, also the one that the request came by (requirement A5). */
public final class LogOutEverywhere {

    private final EndSessions endSessions;

    public LogOutEverywhere(EndSessions endSessions) {
        this.endSessions = endSessions;
    }

    /** Signs out everywhere. */
    public void logOut(Principal principal) {
        endSessions.endAll(principal.user(), null, EndReason.LOGOUT, now -> {});
    }
}
