package dev.muster.web.session;

import dev.muster.application.session.LogOut;
import dev.muster.application.session.SessionQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PageRequest;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.NextPage;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.WantsRecentSignIn;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** One's own sessions. Someone else's answer 404, like those that do not exist. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Sessions")
@Controller("/v1/me/sessions")
@ExecuteOn(Workers.DATABASE)
final class OwnSessionsController {

    private final SessionQueries queries;
    private final LogOut logOut;

    OwnSessionsController(SessionQueries queries, LogOut logOut) {
        this.queries = queries;
        this.logOut = logOut;
    }

    /**
     * Lists where one is signed in, the last used first.
     *
     * @return all sessions that are live
     */
    @Get
    SessionListResponse listSessions(@Parameter(hidden = true) Principal principal) {
        return new SessionListResponse(
                queries.findLive(principal).stream()
                        .map(session -> SessionResponse.from(session, principal.session()))
                        .toList(),
                false,
                null);
    }

    /**
     * Ends a session with all its tokens, at once. One that has ended already stays as it is. Another session than the one
     * that the request comes by needs a recent sign-in, of the last 15 minutes by default.
     *
     * @param id the id of the session
     * @return nothing
     */
    @Delete("/{id}")
    @WantsRecentSignIn
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> endSession(@Parameter(hidden = true) Principal principal, String id) {
        logOut.logOut(principal, sessionId(id));
        return HttpResponse.noContent();
    }

    /**
     * Lists the refresh tokens of a session, ended or not, in the order of their issue: what became of each, never the
     * token. The header Link leads to the next page.
     *
     * @param id the id of the session
     * @return one page
     */
    @Get("/{id}/lineage")
    @Operation(
            parameters = {
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many refresh tokens a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string"))
            })
    HttpResponse<LineageResponse> listLineage(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        PageParameters parameters = PageParameters.of(request);
        var wanted = new PageRequest<>(parameters.limit(), LineageCursor.decode(parameters.cursor()));
        var list = LineageResponse.from(queries.findLineage(principal, sessionId(id), wanted));
        return NextPage.linked(request, list, list.nextCursor());
    }

    /** What is no id is the id of nothing. */
    private static SessionId sessionId(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw new NotFound(SessionError.SESSION_NOT_FOUND, "There is no such session.");
        }
        return new SessionId(id);
    }
}
