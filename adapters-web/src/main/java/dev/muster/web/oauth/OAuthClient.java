package dev.muster.web.oauth;

import dev.muster.domain.session.TokenPolicy;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** The one client there is: public, so it has a name and no secret (RFC 6749, section 2.1). */
@Singleton
final class OAuthClient {

    private final TokenPolicy policy;

    OAuthClient(TokenPolicy policy) {
        this.policy = policy;
    }

    /**
     * Lets in who says nothing about the client, or names this one.
     *
     * @throws OAuthRefusal with INVALID_CLIENT otherwise, and if it tries to authenticate, as there is nothing to check that
     *     by; a Bearer token of the one who uses it doesn't count as that
     */
    void require(HttpRequest<?> request, Form form) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic", 0, "Basic".length());
        if (basic || form.find("client_secret") != null || form.find("client_assertion") != null) {
            throw new OAuthRefusal(OAuthError.INVALID_CLIENT, "Clients have no secret here, so none can be checked.");
        }
        String name = form.find("client_id");
        if (name != null && !name.equals(policy.clientId())) {
            throw new OAuthRefusal(OAuthError.INVALID_CLIENT, "There is no such client.");
        }
    }
}
