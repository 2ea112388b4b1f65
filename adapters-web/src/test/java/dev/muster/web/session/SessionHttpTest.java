package dev.muster.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Actor;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void signInGivesTokensAndTheUser() {
        Person ann = muster.signUp();

        JsonNode tokens = logIn(ann.name(), RunningMuster.PASSWORD).expect(200).json();

        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactly(
                        "access_token",
                        "token_type",
                        "expires_in",
                        "refresh_token",
                        "refresh_expires_in",
                        "session_id",
                        "user");
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(600);
        assertThat(tokens.path("refresh_expires_in").asInt()).isEqualTo(604800);
        assertThat(tokens.path("user").path("username").asText()).isEqualTo(ann.name());
        assertThat(tokens.path("user").path("last_login_at").asText()).isNotEmpty();
    }

    @Test
    void signInWorksByAddressInAnyCase() {
        Person ann = muster.signUp();

        logIn(ann.name().toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.org", RunningMuster.PASSWORD)
                .expect(200);
    }

    @Test
    void everyWrongSignInIsAnsweredAlike() {
        Person ann = muster.signUp();

        Answer wrong = logIn(ann.name(), "some other password").expectProblem(401, "invalid_credentials");
        Answer nobody = logIn("nobody", "some other password").expectProblem(401, "invalid_credentials");
        logIn("not@an@address\\u0000", "x").expectProblem(401, "invalid_credentials");

        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.text("detail")).isEqualTo(nobody.text("detail"));
    }

    @Test
    void signInNeedsBothCredentialsAndAProperDeviceName() {
        JsonNode errors = muster.post("/v1/auth/login", null, "{\"device_name\": \"\"}")
                .expectProblem(422, "validation_failed")
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactly("/identifier required", "/password required", "/device_name required");
    }

    @Test
    void sessionKnowsTheDevice() {
        Person ann = muster.signUp();

        String id = muster.send(muster.request("/v1/auth/login")
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Tester/1.0")
                        .POST(BodyPublishers.ofString("""
                                {"identifier": "%s", "password": "%s", "device_name": "Ann's laptop"}""".formatted(ann.name(), RunningMuster.PASSWORD))))
                .expect(200)
                .text("session_id");

        Session session = muster.memory.unitOfWork.read(
                Actor.SYSTEM,
                () -> muster.memory
                        .sessions
                        .find(new SessionId(UUID.fromString(id)))
                        .orElseThrow());
        assertThat(session.device().name()).isEqualTo("Ann's laptop");
        assertThat(session.device().userAgent()).isEqualTo("Tester/1.0");
        assertThat(session.device().ip()).isEqualTo("127.0.0.1");
    }

    @Test
    void refreshTokenThatComesTwiceAtOnceGivesTheSameSuccessor() {
        Person ann = muster.signUp();

        Answer first = refresh(ann.refreshToken()).expect(200);
        Answer again = refresh(ann.refreshToken()).expect(200);

        assertThat(first.text("session_id")).isEqualTo(ann.session());
        assertThat(again.text("refresh_token"))
                .isEqualTo(first.text("refresh_token"))
                .isNotEqualTo(ann.refreshToken());
        muster.get("/v1/me", first.text("access_token")).expect(200);
        muster.get("/v1/me", again.text("access_token")).expect(200);
        refresh(first.text("refresh_token")).expect(200);
    }

    @Test
    void refreshTokenThatComesAgainLaterEndsTheSession() {
        Person ann = muster.signUp();
        Answer fresh = refresh(ann.refreshToken()).expect(200);
        muster.get("/v1/me", fresh.text("access_token")).expect(200);
        muster.memory.clock.advance(Duration.ofSeconds(10));

        refresh(ann.refreshToken()).expectProblem(401, "refresh_token_reused");

        refresh(fresh.text("refresh_token")).expectProblem(401, "invalid_refresh_token");
        muster.get("/v1/me", fresh.text("access_token")).expectProblem(401, "invalid_access_token");
    }

    @Test
    void grandparentOfARefreshTokenEndsTheSessionAlsoAtOnce() {
        Person ann = muster.signUp();
        Answer second = refresh(ann.refreshToken()).expect(200);
        Answer third = refresh(second.text("refresh_token")).expect(200);

        refresh(ann.refreshToken()).expectProblem(401, "refresh_token_reused");

        refresh(third.text("refresh_token")).expectProblem(401, "invalid_refresh_token");
        muster.get("/v1/me", third.text("access_token")).expectProblem(401, "invalid_access_token");
    }

    @Test
    void signInOnceMoreThanAllowedEndsTheLeastRecentlyUsedSession() {
        Person first = muster.signUp();
        Person second = muster.signIn(first.name());
        muster.memory.clock.advance(Duration.ofSeconds(1));
        refresh(first.refreshToken()).expect(200);
        for (int i = 2; i < 50; i++) {
            muster.signIn(first.name());
        }
        muster.get("/v1/me", second.token()).expect(200);

        muster.signIn(first.name());

        muster.get("/v1/me", first.token()).expect(200);
        muster.get("/v1/me", second.token()).expectProblem(401, "invalid_access_token");
    }

    @Test
    void tenWrongPasswordsShutSignInForAQuarterOfAnHour() {
        Person ann = muster.signUp();
        for (int i = 0; i < 10; i++) {
            logIn(ann.name(), "some other password").expectProblem(401, "invalid_credentials");
        }

        Answer locked = logIn(ann.name(), RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");

        assertThat(locked.text("detail")).isEqualTo(logIn("nobody", "x").text("detail"));
        muster.get("/v1/me", ann.token()).expect(200);
        muster.memory.clock.advance(Duration.ofMinutes(15));
        logIn(ann.name(), RunningMuster.PASSWORD).expect(200);
    }

    @Test
    void refreshTokenThatIsUnknownOrMissingIsRefused() {
        refresh("unknown").expectProblem(401, "invalid_refresh_token");
        muster.post("/v1/auth/refresh", null, "{}")
                .expectProblem(422, "validation_failed")
                .expectPlace("/refresh_token", "required");
    }

    @Test
    void refreshTokenExpires() {
        try (RunningMuster later = RunningMuster.start()) {
            Person ann = later.signUp();
            later.memory.clock.advance(Duration.ofDays(8));

            later.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + ann.refreshToken() + "\"}")
                    .expectProblem(401, "refresh_token_expired");
            Answer expired = later.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
            assertThat(expired.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void signOutEndsTheSessionAtOnceAndOthersGoOn() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", ann.token()).expect(200);

        Answer signedOut = muster.post("/v1/auth/logout", ann.token(), null).expect(204);

        assertThat(signedOut.body()).isEmpty();
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        refresh(ann.refreshToken()).expectProblem(401, "invalid_refresh_token");
        muster.get("/v1/me", elsewhere.token()).expect(200);
    }

    @Test
    void keysArePublicAndMayBeKept() {
        Answer keys = muster.get("/.well-known/jwks.json", null).expect(200);

        assertThat(keys.header("Content-Type")).isEqualTo("application/json");
        assertThat(keys.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(keys.body()).isEqualTo(muster.memory.accessTokens.jwks());
    }

    @Test
    void keysAreInUtf8WhateverCharsetIsAccepted() {
        for (String charset : List.of("utf-16", "none", "")) {
            Answer keys = muster.send(muster.request("/.well-known/jwks.json")
                            .header("Accept", "application/json; charset=" + charset))
                    .expect(200);

            assertThat(keys.header("Content-Type")).isEqualTo("application/json");
            assertThat(keys.body()).isEqualTo(muster.memory.accessTokens.jwks());
        }
    }

    @Test
    void nothingWithASecretCanBePrinted() {
        assertThat(new LoginRequest("ann", "secret", null).toString()).doesNotContain("secret");
        assertThat(new RefreshRequest("secret").toString()).doesNotContain("secret");
        assertThat(new TokensResponse("secret", "Bearer", 1, "secret", 1, UUID.randomUUID(), null).toString())
                .doesNotContain("secret");
    }

    private static Answer logIn(String identifier, String password) {
        return muster.post("/v1/auth/login", null, """
                {"identifier": "%s", "password": "%s"}""".formatted(identifier, password));
    }

    private static Answer refresh(String token) {
        return muster.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + token + "\"}");
    }
}
