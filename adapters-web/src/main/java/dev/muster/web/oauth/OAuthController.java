package dev.muster.web.oauth;

import dev.muster.application.session.IntrospectToken;
import dev.muster.application.session.RefreshSession;
import dev.muster.application.session.RevokeToken;
import dev.muster.application.session.SignedIn;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.TokenPolicy;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What OAuth clients and resource servers do with tokens that a sign-in has given. */
@AnswersOAuthErrors
@Tag(name = "OAuth")
@Controller("/oauth")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class OAuthController {

    private final OAuthClient client;
    private final TokenPolicy policy;
    private final RefreshSession refreshSession;
    private final RevokeToken revokeToken;
    private final IntrospectToken introspectToken;

    OAuthController(
            OAuthClient client,
            TokenPolicy policy,
            RefreshSession refreshSession,
            RevokeToken revokeToken,
            IntrospectToken introspectToken) {
        this.client = client;
        this.policy = policy;
        this.refreshSession = refreshSession;
        this.revokeToken = revokeToken;
        this.introspectToken = introspectToken;
    }

    /**
     * Exchanges a refresh token for new tokens (RFC 6749, section 6), by the rules of /v1/auth/refresh.
     *
     * @return tokens
     */
    @Open
    @Post("/token")
    @ExecuteOn(Workers.DATABASE)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenForm.class)))
    HttpResponse<OAuthTokensResponse> exchange(HttpRequest<?> request, @Body Form form) {
        client.require(request, form);
        TokenForm asked = TokenForm.from(form);
        return HttpResponse.ok(OAuthTokensResponse.from(refresh(asked.refreshToken())))
                .header("Pragma", "no-cache");
    }

    private SignedIn refresh(String refreshToken) {
        try {
            return refreshSession.refresh(refreshToken);
        } catch (Unauthenticated refused) {
            throw new OAuthRefusal(OAuthError.INVALID_GRANT, refused.detail());
        }
    }

    /**
     * Ends the session that a token belongs to, with all its tokens, at once (RFC 7009). A token that is not valid has no
     * effect, and the answer is the same.
     *
     * @return nothing
     */
    @Open
    @Post("/revoke")
    @ExecuteOn(Workers.DATABASE)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = OneTokenForm.class)))
    HttpResponse<Void> revoke(HttpRequest<?> request, @Body Form form) {
        client.require(request, form);
        revokeToken.revoke(OneTokenForm.from(form).token());
        return HttpResponse.ok();
    }

    /**
     * Tells what a token is worth at the moment (RFC 7662). Of other people's tokens it tells only to who has the permission
     * tokens:introspect; to anybody else they are as inactive as unknown ones.
     *
     * @return what is to be told
     */
    @Post("/introspect")
    @SecurityRequirement(name = ApiDocument.BEARER)
    @ExecuteOn(Workers.DATABASE)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = OneTokenForm.class)))
    IntrospectionResponse introspect(@Parameter(hidden = true) Principal principal, @Body Form form) {
        return introspectToken
                .introspect(principal, OneTokenForm.from(form).token())
                .map(token -> IntrospectionResponse.from(token, policy))
                .orElse(IntrospectionResponse.INACTIVE);
    }
}
