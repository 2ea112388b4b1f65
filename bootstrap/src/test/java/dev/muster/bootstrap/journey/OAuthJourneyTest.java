package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.io.IOException;
import java.text.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stock OAuth library as client and as resource server: it finds everything by the issuer alone (requirement A14). */
final class OAuthJourneyTest {

    private static final ClientID CLIENT = new ClientID("muster");

    private static IssuerRunning running;
    private static AuthorizationServerMetadata metadata;
    private static ResourceServer resourceServer;

    private final Person person = Person.join(running.caller());
    private final JsonNode signedIn = person.tokens();

    @BeforeAll
    static void discover() throws GeneralException, IOException {
        running = IssuerRunning.start();
        metadata = AuthorizationServerMetadata.resolve(new Issuer(running.issuer()));
        resourceServer = ResourceServer.of(metadata);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void clientRefreshesAndResourceServerAcceptsTheToken() throws Exception {
        Tokens tokens = refresh(text("refresh_token")).toSuccessResponse().getTokens();

        assertThat(resourceServer.verify(tokens.getAccessToken().getValue()).getSubject())
                .isEqualTo(signedIn.required("user").required("id").asText());
        assertThat(tokens.getBearerAccessToken().getLifetime()).isEqualTo(600);
        assertThat(tokens.getRefreshToken().getValue()).isNotEqualTo(text("refresh_token"));
        assertThat(refresh(tokens.getRefreshToken().getValue()).indicatesSuccess())
                .isTrue();
    }

    @Test
    void clientLearnsThatARefreshTokenIsNoGood() throws Exception {
        TokenResponse refused = refresh("unknown");

        assertThat(refused.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
        assertThat(refused.toErrorResponse().getErrorObject().getHTTPStatusCode())
                .isEqualTo(400);
        assertThat(refused.toErrorResponse().getErrorObject().getDescription()).isNotBlank();
    }

    @Test
    void clientRevokesAndEverythingIsOverAtOnce() throws Exception {
        AccessToken access = new BearerAccessToken(text("access_token"));
        assertThat(introspect(access, access).indicatesSuccess()).isTrue();

        assertThat(revoke(new RefreshToken(text("refresh_token"))).getStatusCode())
                .isEqualTo(200);

        assertThat(refresh(text("refresh_token")).indicatesSuccess()).isFalse();
        running.caller().withToken(text("access_token")).get("/v1/me").expectProblem(401, "invalid_access_token");
        assertThat(introspect(elsewhere(), access).toSuccessResponse().isActive())
                .isFalse();
        assertThat(revoke(new RefreshToken(text("refresh_token"))).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void tokensOfOneselfAreIntrospectedAndThoseOfOthersAreNot() throws Exception {
        AccessToken access = new BearerAccessToken(text("access_token"));

        var told = introspect(access, access).toSuccessResponse();
        assertThat(told.isActive()).isTrue();
        assertThat(told.getClientID()).isEqualTo(CLIENT);
        assertThat(told.getUsername()).isEqualTo(person.name());
        assertThat(told.getIssuer()).isEqualTo(metadata.getIssuer());
        assertThat(told.getAudience()).singleElement().hasToString("muster");
        assertThat(told.getExpirationTime()).isAfter(told.getIssueTime());
        assertThat(told.getSubject().getValue())
                .isEqualTo(signedIn.required("user").required("id").asText());
        assertThat(told.getJWTID().getValue()).isNotBlank();
        assertThat(told.getStringParameter("sid")).isEqualTo(text("session_id"));
        assertThat(introspect(access, new RefreshToken(text("refresh_token")))
                        .toSuccessResponse()
                        .isActive())
                .isTrue();

        AccessToken others = new BearerAccessToken(
                Person.join(running.caller()).tokens().required("access_token").asText());
        assertThat(introspect(others, access).toSuccessResponse().toJSONObject())
                .containsOnlyKeys("active")
                .containsEntry("active", false);
        assertThat(introspect(new BearerAccessToken("nobody"), access)
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo("invalid_token");
    }

    @Test
    void resourceServerRefusesWhatIsNoAccessTokenOfOurs() {
        assertThatNoException().isThrownBy(() -> resourceServer.verify(text("access_token")));
        String[] parts = text("access_token").split("\\.");
        assertThatExceptionOfType(BadJOSEException.class)
                .isThrownBy(() -> resourceServer.verify(parts[0] + "." + parts[1] + ".AAAA" + parts[2].substring(4)));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> resourceServer.verify(text("refresh_token")));
    }

    private String text(String member) {
        return signedIn.required(member).asText();
    }

    private AccessToken elsewhere() {
        return new BearerAccessToken(person.tokens().required("access_token").asText());
    }

    private static TokenResponse refresh(String refreshToken) throws Exception {
        var grant = new RefreshTokenGrant(new RefreshToken(refreshToken));
        var request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), CLIENT, grant).build();
        return TokenResponse.parse(request.toHTTPRequest().send());
    }

    private static HTTPResponse revoke(Token token) throws IOException {
        return new TokenRevocationRequest(metadata.getRevocationEndpointURI(), CLIENT, token)
                .toHTTPRequest()
                .send();
    }

    private static TokenIntrospectionResponse introspect(AccessToken asker, Token token) throws Exception {
        return TokenIntrospectionResponse.parse(
                new TokenIntrospectionRequest(metadata.getIntrospectionEndpointURI(), asker, token)
                        .toHTTPRequest()
                        .send());
    }
}
