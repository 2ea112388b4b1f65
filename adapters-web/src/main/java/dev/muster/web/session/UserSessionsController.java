package dev.muster.web.session;

import dev.muster.application.user.EndUserSessions;
import dev.muster.application.user.UserDirectoryQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Needs;
import dev.muster.web.shared.WantsRecentSignIn;
import dev.muster.web.shared.Workers;
import dev.muster.web.user.UserNames;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Other people's sessions. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/users/{id}/sessions")
@ExecuteOn(Workers.DATABASE)
final class UserSessionsController {

    private final UserDirectoryQueries queries;
    private final EndUserSessions endSessions;

    UserSessionsController(UserDirectoryQueries queries, EndUserSessions endSessions) {
        this.queries = queries;
        this.endSessions = endSessions;
    }

    /**
     * Lists where someone is signed in, the last used first. Needs users:read.
     *
     * @param id the id of the user
     * @return all sessions that are live
     */
    @Get
    @Needs(Permission.USERS_READ)
    SessionListResponse listUserSessions(@Parameter(hidden = true) Principal principal, String id) {
        return new SessionListResponse(
                queries.findSessions(principal, UserNames.user(id)).stream()
                        .map(session -> SessionResponse.from(session, principal.session()))
                        .toList(),
                false,
                null);
    }

    /**
     * Ends all sessions of someone, at once. Needs users:write, and every permission that the account has; for one's own a
     * recent sign-in, of the last 15 minutes by default.
     *
     * @param id the id of the user
     * @return nothing
     */
    @Delete
    @Needs(Permission.USERS_WRITE)
    @WantsRecentSignIn
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> endUserSessions(@Parameter(hidden = true) Principal principal, String id) {
        endSessions.end(principal, UserNames.user(id));
        return HttpResponse.noContent();
    }
}
