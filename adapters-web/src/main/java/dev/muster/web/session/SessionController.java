package dev.muster.web.session;

import dev.muster.application.session.LogIn;
import dev.muster.application.session.LogOut;
import dev.muster.application.session.LogOutEverywhere;
import dev.muster.application.session.RecoverAccount;
import dev.muster.application.session.RefreshSession;
import dev.muster.domain.session.Principal;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.BearerToken;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Peer;
import dev.muster.web.shared.WantsRecentSignIn;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Signing in, staying signed in, signing out. */
@AnswersProblems
@Tag(name = "Sessions")
@Controller("/v1/auth")
final class SessionController {

    private final LogIn logIn;
    private final RefreshSession refreshSession;
    private final RecoverAccount recoverAccount;
    private final LogOut logOut;
    private final LogOutEverywhere logOutEverywhere;

    SessionController(
            LogIn logIn,
            RefreshSession refreshSession,
            RecoverAccount recoverAccount,
            LogOut logOut,
            LogOutEverywhere logOutEverywhere) {
        this.logIn = logIn;
        this.refreshSession = refreshSession;
        this.recoverAccount = recoverAccount;
        this.logOut = logOut;
        this.logOutEverywhere = logOutEverywhere;
    }

    /**
     * Signs in. Whatever is wrong with the credentials, the answer is the same 401 after the same time. A client that holds
     * an access token so far sends it along as Authorization: Bearer, and its session ends when the new one begins; a token
     * that is of no use is ignored.
     *
     * @return tokens
     */
    @Open
    @Post("/login")
    @ExecuteOn(Workers.HASHING)
    TokensResponse logIn(HttpRequest<?> request, @Body LoginRequest login) {
        LoginRequest.Credentials given = credentials(request, login);
        return TokensResponse.from(
                logIn.logIn(given.identifier(), given.password(), given.device(), BearerToken.find(request)));
    }

    /**
     * Undoes the deletion of an account inside its 30 days of grace, and signs in. Whatever is wrong with the credentials,
     * the answer is the same 401 after the same time. An access token that is sent along counts as at sign-in.
     *
     * @return tokens
     */
    @Open
    @Post("/recover")
    @ExecuteOn(Workers.HASHING)
    TokensResponse recover(HttpRequest<?> request, @Body LoginRequest login) {
        LoginRequest.Credentials given = credentials(request, login);
        return TokensResponse.from(recoverAccount.recover(
                given.identifier(), given.password(), given.device(), BearerToken.find(request)));
    }

    /**
     * Exchanges a refresh token for new tokens. One that comes again within seconds gets the same new refresh token, as
     * long as that is unused; otherwise one that comes a second time ends its session.
     *
     * @return tokens
     */
    @Open
    @Post("/refresh")
    @ExecuteOn(Workers.DATABASE)
    TokensResponse refresh(@Body RefreshRequest refresh) {
        return TokensResponse.from(refreshSession.refresh(refresh.secret()));
    }

    /**
     * Ends the session that the access token belongs to, with all its tokens, at once.
     *
     * @return nothing
     */
    @Post("/logout")
    @SecurityRequirement(name = ApiDocument.BEARER)
    @Status(HttpStatus.NO_CONTENT)
    @ExecuteOn(Workers.DATABASE)
    HttpResponse<Void> logOut(@Parameter(hidden = true) Principal principal) {
        logOut.logOut(principal);
        return HttpResponse.noContent();
    }

    /**
     * Ends all of one's sessions, with all their tokens, at once. Needs a recent sign-in, of the last 15 minutes by default.
     *
     * @return nothing
     */
    @Post("/logout-all")
    @WantsRecentSignIn
    @SecurityRequirement(name = ApiDocument.BEARER)
    @Status(HttpStatus.NO_CONTENT)
    @ExecuteOn(Workers.DATABASE)
    HttpResponse<Void> logOutEverywhere(@Parameter(hidden = true) Principal principal) {
        logOutEverywhere.logOut(principal);
        return HttpResponse.noContent();
    }

    private static LoginRequest.Credentials credentials(HttpRequest<?> request, LoginRequest login) {
        String userAgent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return login.credentials(Peer.address(request), userAgent);
    }
}
