package dev.muster.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused to a session that began a while ago, until its owner signs in again. */
class RecentSignInHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @ParameterizedTest
    @ValueSource(strings = {"{\"username\": \"renamed\"}", "{\"name\": \"Ann\", \"phone\": \"+14155550123\"}"})
    void anotherUserNameOrTelephoneNumberNeedsOne(String change) {
        Person ann = muster.signUp();
        String late = late(ann);

        assertAsked(muster.send("PATCH", "/v1/me", late, change));

        Answer me = muster.get("/v1/me", late).expect(200);
        assertThat(me.text("username")).isEqualTo(ann.name());
        assertThat(me.json().path("phone").isNull()).isTrue();
        assertThat(me.text("name")).isEqualTo("Some One");
        muster.send("PATCH", "/v1/me", muster.signIn(ann.name()).token(), change)
                .expect(200);
    }

    @Test
    void everythingElseOfTheProfileNeedsNone() {
        Person ann = muster.signUp();
        String late = late(ann);

        Answer changed =
                muster.send("PATCH", "/v1/me", late, """
                {"username": "%s", "phone": null, "name": "Ann", "profile": {"bio": "x"}}""".formatted(ann.name())).expect(200);

        assertThat(changed.text("name")).isEqualTo("Ann");
    }

    @Test
    void endingAnotherSessionNeedsOne() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        String late = late(ann);
        String path = "/v1/me/sessions/" + elsewhere.session();

        assertAsked(muster.send("DELETE", path, late, null));

        muster.send("DELETE", path, muster.signIn(ann.name()).token(), null).expect(204);
    }

    @Test
    void endingOnesOwnSessionNeedsNone() {
        Person ann = muster.signUp();
        String late = late(ann);

        muster.send("DELETE", "/v1/me/sessions/" + ann.session(), late, null).expect(204);

        muster.get("/v1/me", late).expectProblem(401, "invalid_access_token");
    }

    @Test
    void signingOutNeedsNone() {
        muster.post("/v1/auth/logout", late(muster.signUp()), null).expect(204);
    }

    @Test
    void signingOutEverywhereNeedsOne() {
        Person ann = muster.signUp();
        String late = late(ann);

        assertAsked(muster.post("/v1/auth/logout-all", late, null));

        muster.get("/v1/me", late).expect(200);
        muster.post("/v1/auth/logout-all", muster.signIn(ann.name()).token(), null)
                .expect(204);
        muster.get("/v1/me", late).expectProblem(401, "invalid_access_token");
    }

    @Test
    void administratorsRoutesAreNoWayRoundIt() {
        Person root = muster.admin();
        String late = late(root);

        assertAsked(muster.send("DELETE", "/v1/users/" + root.id() + "/sessions", late, null));
        assertAsked(muster.send("DELETE", "/v1/users/" + root.id(), late, null));
        assertAsked(muster.post("/v1/users/" + root.id() + "/suspend", late, null));
        assertAsked(muster.post("/v1/users/" + root.id() + "/unlock", late, null));

        String someone = "/v1/users/" + muster.signUp().id();
        muster.send("DELETE", someone + "/sessions", late, null).expect(204);
        muster.post(someone + "/unlock", late, null).expect(200);
        muster.post(someone + "/suspend", late, null).expect(200);
        muster.post(
                        "/v1/users/" + root.id() + "/unlock",
                        muster.signIn(root.name()).token(),
                        null)
                .expect(200);
    }

    private static void assertAsked(Answer answer) {
        answer.expectProblem(401, "reauthentication_required");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", "
                        + "error_description=\"A more recent sign-in is required\", max_age=900");
    }

    /** An access token of the same session, a second after its sign-in has ceased to be recent. */
    private static String late(Person person) {
        muster.memory.clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        return muster.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + person.refreshToken() + "\"}")
                .expect(200)
                .text("access_token");
    }
}
