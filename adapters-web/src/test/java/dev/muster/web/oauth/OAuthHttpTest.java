package dev.muster.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OAuthHttpTest {

    private static RunningMuster muster;

    @BeforeAll
    static void start() {
        muster = RunningMuster.start();
    }

    @AfterAll
    static void stop() {
        muster.close();
    }

    @Test
    void metadataTellsWhatThereIs() {
        Answer metadata =
                muster.get("/.well-known/oauth-authorization-server", null).expect(200);

        assertThat(metadata.header("Content-Type")).isEqualTo("application/json");
        assertThat(metadata.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(metadata.body()).isEqualTo("""
                {"issuer":"https://muster.example.org",\
                "token_endpoint":"https://muster.example.org/oauth/token",\
                "jwks_uri":"https://muster.example.org/.well-known/jwks.json",\
                "response_types_supported":[],\
                "grant_types_supported":["refresh_token"],\
                "token_endpoint_auth_methods_supported":["none"],\
                "revocation_endpoint":"https://muster.example.org/oauth/revoke",\
                "revocation_endpoint_auth_methods_supported":["none"],\
                "introspection_endpoint":"https://muster.example.org/oauth/introspect",\
                "introspection_endpoint_auth_methods_supported":["Bearer"]}""");
    }

    @Test
    void refreshTokenIsExchanged() {
        Person ann = muster.signUp();

        Answer answer = token("grant_type=refresh_token&client_id=muster&refresh_token=" + ann.refreshToken())
                .expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        JsonNode tokens = answer.json();
        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactly("access_token", "token_type", "expires_in", "refresh_token");
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(600);
        muster.get("/v1/me", answer.text("access_token")).expect(200);
        token("grant_type=refresh_token&unknown=ignored&refresh_token=" + answer.text("refresh_token"))
                .expect(200);
    }

    @Test
    void bothWaysToRefreshAreOne() {
        Person ann = muster.signUp();
        String here = token("grant_type=refresh_token&refresh_token=" + ann.refreshToken())
                .text("refresh_token");

        assertThat(muster.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + ann.refreshToken() + "\"}")
                        .expect(200)
                        .text("refresh_token"))
                .isEqualTo(here);
    }

    @Test
    void refreshTokenThatIsUnknownExpiredSpentOrOfAnEndedSessionIsNoGrant() {
        try (RunningMuster later = RunningMuster.start()) {
            Person ann = later.signUp();
            Person bob = later.signUp();
            post(later, "/oauth/token", null, "grant_type=refresh_token&refresh_token=" + bob.refreshToken())
                    .expect(200);
            later.memory.clock.advance(Duration.ofMinutes(1));
            refusal(post(later, "/oauth/token", null, "grant_type=refresh_token&refresh_token=" + bob.refreshToken()))
                    .isEqualTo("invalid_grant");
            later.memory.clock.advance(Duration.ofDays(8));
            refusal(post(later, "/oauth/token", null, "grant_type=refresh_token&refresh_token=" + ann.refreshToken()))
                    .isEqualTo("invalid_grant");
        }
        refusal(token("grant_type=refresh_token&refresh_token=unknown")).isEqualTo("invalid_grant");
        Person cid = muster.signUp();
        muster.post("/v1/auth/logout", cid.token(), null).expect(204);
        refusal(token("grant_type=refresh_token&refresh_token=" + cid.refreshToken()))
                .isEqualTo("invalid_grant");
        refusal(token("grant_type=refresh_token&refresh_token="
                        + muster.signUp().token()))
                .isEqualTo("invalid_grant");
    }

    @Test
    void otherGrantsClientsAndScopesAreRefused() {
        Person ann = muster.signUp();
        String good = "grant_type=refresh_token&refresh_token=" + ann.refreshToken();

        refusal(token("grant_type=password&username=a&password=b")).isEqualTo("unsupported_grant_type");
        refusal(token("grant_type=client_credentials")).isEqualTo("unsupported_grant_type");
        refusal(token(good + "&client_id=other")).isEqualTo("invalid_client");
        refusal(token(good + "&client_id=muster&client_secret=x")).isEqualTo("invalid_client");
        refusal(token(good + "&client_assertion=x")).isEqualTo("invalid_client");
        refusal(token(good + "&scope=admin")).isEqualTo("invalid_scope");
        token(good).expect(200);
    }

    @Test
    void clientThatAuthenticatesIsRefusedAndABearerTokenIsNotThat() {
        Person ann = muster.signUp();
        String good = "grant_type=refresh_token&refresh_token=" + ann.refreshToken();

        refusal(muster.send(muster.request("/oauth/token")
                        .header("Authorization", "Basic bXVzdGVyOng=")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(good))))
                .isEqualTo("invalid_client");
        post(muster, "/oauth/token", "no.token.atall", good).expect(200);
    }

    @Test
    void parametersThatAreMissingOrRepeatedAreRefused() {
        for (String path : new String[] {"/oauth/token", "/oauth/revoke"}) {
            refusal(post(muster, path, null, "x=y")).isEqualTo("invalid_request");
            refusal(post(muster, path, null, "token=&grant_type=&refresh_token=x"))
                    .isEqualTo("invalid_request");
            refusal(post(
                            muster,
                            path,
                            null,
                            "grant_type=refresh_token&refresh_token=a&token=a&token=a&refresh_token=a"))
                    .isEqualTo("invalid_request");
        }
        refusal(token("grant_type=refresh_token")).isEqualTo("invalid_request");
        refusal(token("refresh_token=x")).isEqualTo("invalid_request");
        refusal(post(muster, "/oauth/introspect", muster.signUp().token(), "tokens=x"))
                .isEqualTo("invalid_request");
    }

    @Test
    void refreshTokenIsRevokedWithItsSession() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", ann.token()).expect(200);

        Answer answer = revoke("token=" + ann.refreshToken() + "&token_type_hint=refresh_token&client_id=muster");

        assertThat(answer.expect(200).body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        refusal(token("grant_type=refresh_token&refresh_token=" + ann.refreshToken()))
                .isEqualTo("invalid_grant");
        muster.get("/v1/me", elsewhere.token()).expect(200);
    }

    @Test
    void accessTokenIsRevokedWithItsSessionWhateverTheHint() {
        Person ann = muster.signUp();

        revoke("token_type_hint=nonsense&token=" + ann.token()).expect(200);

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        refusal(token("grant_type=refresh_token&refresh_token=" + ann.refreshToken()))
                .isEqualTo("invalid_grant");
        revoke("token=" + ann.token()).expect(200);
    }

    @Test
    void revocationOfWhatIsNoTokenSucceedsForTheRightClient() {
        revoke("token=unknown").expect(200);
        revoke("token=a.b.c&token_type_hint=access_token").expect(200);
        refusal(revoke("token=unknown&client_id=other")).isEqualTo("invalid_client");
    }

    @Test
    void ownTokensAreIntrospected() {
        Person ann = muster.signUp();

        JsonNode access = introspect(ann.token(), ann.token()).expect(200).json();
        assertThat(access.fieldNames())
                .toIterable()
                .containsExactly(
                        "active",
                        "client_id",
                        "username",
                        "token_type",
                        "exp",
                        "iat",
                        "sub",
                        "aud",
                        "iss",
                        "jti",
                        "sid");
        assertThat(access.path("active").asBoolean()).isTrue();
        assertThat(access.path("client_id").asText()).isEqualTo("muster");
        assertThat(access.path("username").asText()).isEqualTo(ann.name());
        assertThat(access.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(600);
        assertThat(access.path("sub").asText()).isEqualTo(ann.id());
        assertThat(access.path("aud").asText()).isEqualTo("muster");
        assertThat(access.path("iss").asText()).isEqualTo("https://muster.example.org");
        assertThat(access.path("sid").asText()).isEqualTo(ann.session());

        JsonNode refresh =
                introspect(ann.token(), ann.refreshToken()).expect(200).json();
        assertThat(refresh.fieldNames())
                .toIterable()
                .containsExactly("active", "client_id", "username", "exp", "iat", "sub", "iss", "sid");
        assertThat(refresh.path("exp").asLong() - refresh.path("iat").asLong()).isEqualTo(604_800);
    }

    @Test
    void tokensOfOthersAreAsInactiveAsUnknownOnesWithoutThePermission() {
        Person ann = muster.signUp();
        Person eve = muster.signUp();
        String unknown = introspect(eve.token(), "unknown").expect(200).body();

        assertThat(unknown).isEqualTo("{\"active\":false}");
        assertThat(introspect(eve.token(), ann.token()).expect(200).body()).isEqualTo(unknown);
        assertThat(introspect(eve.token(), ann.refreshToken()).expect(200).body())
                .isEqualTo(unknown);

        muster.memory.unitOfWork.write(
                Actor.SYSTEM, () -> muster.memory.roles.grant(new UserId(UUID.fromString(eve.id())), Role.ADMIN));
        Person admin = muster.signIn(eve.name());
        assertThat(introspect(admin.token(), ann.token()).expect(200).text("sub"))
                .isEqualTo(ann.id());
    }

    @Test
    void tokensOfAnEndedSessionAreInactive() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.post("/v1/auth/logout", ann.token(), null).expect(204);

        for (String token : new String[] {ann.token(), ann.refreshToken()}) {
            assertThat(introspect(elsewhere.token(), token).expect(200).body()).isEqualTo("{\"active\":false}");
        }
    }

    @Test
    void introspectionNeedsAnAccessTokenOfOnesOwn() {
        Person ann = muster.signUp();

        Answer unknown = introspect(null, ann.token());
        refusal(unknown.expect(401)).isEqualTo("invalid_token");
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
        Answer wrong = introspect(ann.refreshToken(), ann.token());
        refusal(wrong.expect(401)).isEqualTo("invalid_token");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> refusal(Answer answer) {
        return OAuthAnswers.refusal(answer);
    }

    private static Answer token(String form) {
        return post(muster, "/oauth/token", null, form);
    }

    private static Answer revoke(String form) {
        return post(muster, "/oauth/revoke", null, form);
    }

    private static Answer introspect(String asker, String token) {
        return post(muster, "/oauth/introspect", asker, "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private static Answer post(RunningMuster where, String path, String token, String form) {
        return OAuthAnswers.post(where, path, token, form);
    }
}
