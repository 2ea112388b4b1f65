package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.UserId;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UserHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void newAndKnownAddressesAreAnsweredAlike() {
        Answer first = register("bob@example.org", "bob").expect(202);
        Answer again = register("BOB@example.org", "robert").expect(202);

        assertThat(first.body()).isEqualTo("{\"status\":\"accepted\"}").isEqualTo(again.body());
        register("other@example.org", "Bob").expectProblem(409, "username_taken");
    }

    @Test
    void consentIsKept() {
        muster.post("/v1/auth/register", null, """
                {"email": "carol@example.org", "username": "carol", "name": "Carol", "password": "%s",
                 "consent": {"policy": "privacy", "version": "2025-01"}}""".formatted(RunningMuster.PASSWORD))
                .expect(202);

        Person carol = muster.signIn("carol");

        UserId id = new UserId(UUID.fromString(carol.id()));
        assertThat(muster.memory.unitOfWork.read(Actor.SYSTEM, () -> muster.memory.consents.findAll(id)))
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.terms().version()).isEqualTo("2025-01");
                    assertThat(consent.ip()).isEqualTo("127.0.0.1");
                });
    }

    @Test
    void registrationTellsEverythingWrongAtOnce() {
        JsonNode errors = muster.post("/v1/auth/register", null, """
                {"email": "nowhere", "username": "a@b", "name": null, "consent": {"policy": ""}}""")
                .expectProblem(422, "validation_failed")
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText() + " "
                        + place.path("code").asText())
                .containsExactly(
                        "/email invalid_format",
                        "/username invalid_format",
                        "/name required",
                        "/password required",
                        "/consent/version required");
    }

    @Test
    void weakPasswordIsRefusedWithoutBeingRepeated() {
        Answer answer = muster.post("/v1/auth/register", null, """
                {"email": "dave@example.org", "username": "dave", "name": "Dave", "password": "hunter2"}""")
                .expectProblem(422, "weak_password")
                .expectPlace("/password", "too_short");

        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void requestWithAPasswordCanNotBePrinted() {
        assertThat(new RegisterRequest("a@example.org", "a", "A", "secret", null).toString())
                .doesNotContain("secret");
    }

    @Test
    void meHasEveryMemberAndNoHash() {
        Person ann = muster.signUp();

        Answer me = muster.get("/v1/me", ann.token()).expect(200);

        String now = "2026-03-02T09:30:00.123456Z";
        assertThat(me.header("ETag")).isEqualTo("\"2\"");
        assertThat(me.body()).isEqualTo("""
                        {"id":"%s","email":"%s@example.org","username":"%s","name":"Some One","status":"active",\
                        "is_active":true,"is_email_verified":false,"phone":null,"is_phone_verified":false,\
                        "roles":["user"],"profile":{"display_name":null,"bio":null,"avatar_url":null,"locale":null,\
                        "time_zone":null},"created_at":"%s","updated_at":"%s","last_login_at":"%s","version":2}""".formatted(ann.id(), ann.name(), ann.name(), now, now, now));
    }

    @Test
    void meIsNotSentAgainToWhoHasIt() {
        Person ann = muster.signUp();

        Answer answer = muster.send(muster.request("/v1/me", ann.token()).header("If-None-Match", "\"2\""));

        assertThat(answer.expect(304).body()).isEmpty();
    }

    @Test
    void patchChangesAndClears() {
        Person ann = muster.signUp();

        JsonNode changed = patch(ann, """
                {"name": "Ann", "phone": "+14155550123",
                 "profile": {"display_name": "A.", "bio": "x", "avatar_url": "https://example.org/a.png",
                             "locale": "en-gb", "time_zone": "Europe/Berlin"}}""").expect(200).json();
        assertThat(changed.path("name").asText()).isEqualTo("Ann");
        assertThat(changed.path("phone").asText()).isEqualTo("+14155550123");
        assertThat(changed.path("profile").path("locale").asText()).isEqualTo("en-GB");

        JsonNode partly = patch(ann, "{\"phone\": null, \"profile\": {\"bio\": null}}")
                .expect(200)
                .json();
        assertThat(partly.path("phone").isNull()).isTrue();
        assertThat(partly.path("profile").path("bio").isNull()).isTrue();
        assertThat(partly.path("profile").path("display_name").asText()).isEqualTo("A.");

        JsonNode cleared = patch(ann, "{\"profile\": null}").expect(200).json();
        assertThat(cleared.path("profile").path("display_name").isNull()).isTrue();
    }

    @Test
    void patchTellsEverythingWrongAtOnce() {
        JsonNode errors = patch(muster.signUp(), """
                {"username": null, "name": "", "phone": "12", "profile": {"time_zone": "Mars", "locale": "?"}}""")
                .expectProblem(422, "validation_failed")
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(place -> place.path("pointer").asText())
                .containsExactlyInAnyOrder("/username", "/name", "/phone", "/profile/time_zone", "/profile/locale");
    }

    @Test
    void patchOfAUserNameThatIsTakenIsRefused() {
        Person ann = muster.signUp();
        Person eve = muster.signUp();

        patch(eve, "{\"username\": \"" + ann.name() + "\"}").expectProblem(409, "username_taken");
    }

    @Test
    void patchIsForTheVersionThatIsNamed() {
        Person ann = muster.signUp();

        for (String stale : new String[] {"\"1\"", "\"7\", \"8\""}) {
            muster.send(muster.request("/v1/me", ann.token())
                            .header("Content-Type", "application/json")
                            .header("If-Match", stale)
                            .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\": \"X\"}")))
                    .expectProblem(412, "stale_version");
        }
    }

    private static Answer patch(Person person, String json) {
        return muster.send("PATCH", "/v1/me", person.token(), json);
    }

    private static Answer register(String email, String username) {
        return muster.post("/v1/auth/register", null, """
                {"email": "%s", "username": "%s", "name": "Some One", "password": "%s"}""".formatted(email, username, RunningMuster.PASSWORD));
    }
}
