package dev.muster.web.oauth;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What there is for OAuth clients (RFC 8414, section 2).
 *
 * @param issuer who makes the tokens
 * @param tokenEndpoint where refresh tokens are exchanged
 * @param jwksUri the keys that access tokens are signed with
 * @param responseTypesSupported none, as there is no authorization endpoint
 * @param grantTypesSupported what the token endpoint takes
 * @param tokenEndpointAuthMethodsSupported none: clients have no secret
 * @param revocationEndpoint where a session is ended by one of its tokens
 * @param revocationEndpointAuthMethodsSupported none: clients have no secret
 * @param introspectionEndpoint where one learns what a token is worth
 * @param introspectionEndpointAuthMethodsSupported an access token, as everywhere
 */
@Schema(name = "AuthorizationServer")
public record AuthorizationServerResponse(
        @Schema(example = "https://muster.example.org") String issuer,
        @Schema(format = "uri") String tokenEndpoint,
        @Schema(format = "uri") String jwksUri,
        List<String> responseTypesSupported,
        List<String> grantTypesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        @Schema(format = "uri") String revocationEndpoint,
        List<String> revocationEndpointAuthMethodsSupported,
        @Schema(format = "uri") String introspectionEndpoint,
        List<String> introspectionEndpointAuthMethodsSupported) {

    static AuthorizationServerResponse of(String issuer) {
        return new AuthorizationServerResponse(
                issuer,
                issuer + "/oauth/token",
                issuer + "/.well-known/jwks.json",
                List.of(),
                List.of("refresh_token"),
                List.of("none"),
                issuer + "/oauth/revoke",
                List.of("none"),
                issuer + "/oauth/introspect",
                List.of("Bearer"));
    }
}
