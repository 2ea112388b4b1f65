package dev.muster.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.shared.WebServer;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that mail links, and those that the links are for. */
class MailHttpTest {

    private static final String NEW = "another good password";
    private static final Pattern TOKEN = Pattern.compile("\\?token=(\\S+)");

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void addressIsVerifiedOnceByItsLink() {
        Person ann = muster.signUp();
        String token = token(email(ann), "verify email");

        assertThat(follow("verify-email", token).expect(204).body()).isEmpty();

        assertThat(isVerified(ann)).isTrue();
        follow("verify-email", token).expectProblem(400, "invalid_token");
    }

    @Test
    void passwordIsResetOnceByItsLinkAndEverySessionEnds() {
        Person ann = muster.signUp();
        want("forgot-password", email(ann)).expect(202);
        String token = token(email(ann), "reset password");

        Answer weak =
                reset(token, "hunter2").expectProblem(422, "weak_password").expectPlace("/password", "too_short");
        assertThat(weak.body()).doesNotContain("hunter2", token);
        reset(token, "Password1234").expectProblem(422, "weak_password").expectPlace("/password", "weak_password");
        assertThat(reset(token, NEW).expect(204).body()).isEmpty();

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        logIn(ann.name(), RunningMuster.PASSWORD).expectProblem(401, "invalid_credentials");
        logIn(ann.name(), NEW).expect(200);
        reset(token, "yet another password").expectProblem(400, "invalid_token");
        assertThat(subjects(email(ann))).startsWith("password changed");
    }

    @Test
    void addressIsChangedOnceByItsLink() {
        Person ann = muster.signUp();
        String moved = "moved-" + email(ann);
        change(ann, moved, RunningMuster.PASSWORD).expect(202);
        String token = token(moved, "confirm email");
        assertThat(address(ann)).isEqualTo(email(ann));

        follow("confirm-email", token).expect(204);

        assertThat(address(ann)).isEqualTo(moved);
        assertThat(isVerified(ann)).isTrue();
        assertThat(subjects(email(ann))).startsWith("email changed", "email change requested");
        follow("confirm-email", token).expectProblem(400, "invalid_token");
    }

    @Test
    void addressThatSomeoneElseHasByThenIsRefused() {
        Person ann = muster.signUp();
        Person bob = muster.signUp();
        String wanted = "both-" + email(ann);
        change(ann, wanted, RunningMuster.PASSWORD).expect(202);
        String first = token(wanted, "confirm email");
        change(bob, wanted, RunningMuster.PASSWORD).expect(202);
        String second = token(wanted, "confirm email");

        follow("confirm-email", second).expect(204);
        follow("confirm-email", first).expectProblem(409, "email_taken");
        assertThat(address(ann)).isEqualTo(email(ann));
    }

    @Test
    void tokenIsGoodForItsOwnPurposeOnly() {
        Person ann = muster.signUp();
        String verifying = token(email(ann), "verify email");
        want("forgot-password", email(ann)).expect(202);
        String resetting = token(email(ann), "reset password");

        follow("confirm-email", verifying).expectProblem(400, "invalid_token");
        reset(verifying, NEW).expectProblem(400, "invalid_token");
        follow("verify-email", resetting).expectProblem(400, "invalid_token");
        follow("confirm-email", resetting).expectProblem(400, "invalid_token");
        assertThat(isVerified(ann)).isFalse();
        follow("verify-email", verifying).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AAAA", "\\u0000", "\\ud800", "ä🍎", "' or 1=1 --"})
    void unknownTokenIsRefusedAsAnyOther(String token) {
        follow("verify-email", token).expectProblem(400, "invalid_token");
        follow("confirm-email", token).expectProblem(400, "invalid_token");
        reset(token, NEW).expectProblem(400, "invalid_token");
    }

    @Test
    void longTokenIsRefusedAsAnyOther() {
        follow("verify-email", "A".repeat(100_000)).expectProblem(400, "invalid_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgot-password", "verify-email/resend"})
    void knownAndUnknownAddressesAreAnsweredAlike(String route) {
        Person ann = muster.signUp();
        Person gone = muster.signUp();
        muster.send("DELETE", "/v1/me", gone.token(), "{\"password\": \"" + RunningMuster.PASSWORD + "\"}")
                .expect(204);

        Answer unknown = want(route, "nobody@example.org").expect(202);
        for (Person known : List.of(ann, gone)) {
            Answer answer = want(route, email(known)).expect(202);
            assertThat(answer.body()).isEqualTo(unknown.body()).isEqualTo("{\"status\":\"accepted\"}");
            assertThat(headers(answer)).isEqualTo(headers(unknown));
        }
        assertThat(mails("nobody@example.org")).isEmpty();
    }

    @Test
    void ownerOfAnAddressThatSomeoneElseWantsIsTold() {
        Person ann = muster.signUp();
        Person bob = muster.signUp();

        Answer taken = change(bob, email(ann), RunningMuster.PASSWORD).expect(202);
        Answer free = change(bob, "free-" + email(ann), RunningMuster.PASSWORD).expect(202);

        assertThat(taken.body()).isEqualTo(free.body());
        assertThat(headers(taken)).isEqualTo(headers(free));
        assertThat(subjects(email(ann))).startsWith("email wanted by other");
    }

    @Test
    void changeOfTheAddressNeedsThePasswordAndAToken() {
        Person ann = muster.signUp();
        String moved = "moved-" + email(ann);

        change(ann, moved, "some other password")
                .expectProblem(422, "validation_failed")
                .expectPlace("/password", "wrong_password");
        muster.post("/v1/me/email", null, "{}").expectProblem(401, "missing_access_token");
        muster.post("/v1/me/email", ann.token(), "{\"email\": \"no address\"}").expectProblem(422, "validation_failed");
        assertThat(mails(moved)).isEmpty();
    }

    @Test
    void mailboxShowsTheMailToAnAddressInAnyCase() {
        Person ann = muster.signUp();

        JsonNode mail = mails(email(ann).toUpperCase(Locale.ROOT)).getFirst();

        assertThat(mail.fieldNames()).toIterable().containsExactly("to", "subject", "text", "html", "created_at");
        assertThat(mail.path("to").asText()).isEqualTo(email(ann));
        assertThat(mail.path("text").asText()).contains("https://muster.example.org/verify-email?token=");
        assertThat(muster.get("/dev/mailbox", null).expect(200).json().path("data"))
                .hasSizeBetween(1, 50);
        muster.get("/dev/mailbox?to=ann", null).expectProblem(400, "invalid_parameter");
        muster.get("/dev/mailbox?from=ann", null).expectProblem(400, "unknown_parameter");
    }

    @Test
    void mailboxIsForThisMachineOnly() {
        for (String header : List.of("X-Forwarded-For", "Forwarded")) {
            muster.send(muster.request("/dev/mailbox").header(header, "for=203.0.113.7"))
                    .expectProblem(404, "route_not_found");
        }
        for (String host :
                List.of("muster.example.org", "localhost.example.org", "127.0.0.1.example.org", "127.0.0.2")) {
            assertThat(statusLine(host)).as(host).startsWith("HTTP/1.1 404 ");
        }
        for (String host : List.of("localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080")) {
            assertThat(statusLine(host)).as(host).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void thereIsNoMailboxWhereMailIsSent() {
        try (RunningMuster sending = RunningMuster.start(Map.of(WebServer.MAILBOX, false))) {
            sending.get("/dev/mailbox", null).expectProblem(404, "route_not_found");
        }
    }

    private static String statusLine(String host) {
        String answer = muster.raw("GET /dev/mailbox HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return answer.lines().findFirst().orElse("");
    }

    private static String email(Person person) {
        return person.name() + "@example.org";
    }

    private static Answer follow(String route, String token) {
        return muster.post("/v1/auth/" + route, null, "{\"token\": \"" + token + "\"}");
    }

    private static Answer want(String route, String email) {
        return muster.post("/v1/auth/" + route, null, "{\"email\": \"" + email + "\"}");
    }

    private static Answer reset(String token, String password) {
        return muster.post("/v1/auth/reset-password", null, """
                {"token": "%s", "password": "%s"}""".formatted(token, password));
    }

    private static Answer change(Person person, String email, String password) {
        return muster.post("/v1/me/email", person.token(), """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    private static Answer logIn(String identifier, String password) {
        return muster.post("/v1/auth/login", null, """
                {"identifier": "%s", "password": "%s"}""".formatted(identifier, password));
    }

    private static String address(Person person) {
        return muster.get("/v1/me", person.token()).expect(200).text("email");
    }

    private static boolean isVerified(Person person) {
        return muster.get("/v1/me", person.token())
                .expect(200)
                .json()
                .path("is_email_verified")
                .asBoolean();
    }

    private static List<JsonNode> mails(String to) {
        JsonNode data =
                muster.get("/dev/mailbox?to=" + to, null).expect(200).json().path("data");
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    private static List<String> subjects(String to) {
        return mails(to).stream().map(mail -> mail.path("subject").asText()).toList();
    }

    /** What the link in the newest mail of a subject to an address carries. */
    private static String token(String to, String subject) {
        return mails(to).stream()
                .filter(mail -> mail.path("subject").asText().equals(subject))
                .map(mail -> TOKEN.matcher(mail.path("text").asText()))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** All but those that are another's with every answer. */
    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers =
                new HashMap<>(answer.response().headers().map());
        headers.keySet().removeAll(List.of("x-request-id", "date"));
        return headers;
    }
}
