package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.bootstrap.database.Login;
import dev.muster.bootstrap.journey.Answer;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use which route: every route stands here, and one that does not fails. */
final class RouteCasesTest {

    /** Open to everyone, on purpose. */
    private static final Set<String> OPEN = Set.of(
            "GET /.well-known/jwks.json",
            "GET /.well-known/oauth-authorization-server",
            "GET /docs",
            "GET /docs/errors",
            "GET /docs/viewer.js",
            "GET /health",
            "GET /health/db",
            "GET /health/live",
            "GET /health/ready",
            "GET /openapi.yaml",
            "POST /oauth/revoke",
            "POST /oauth/token",
            "POST /v1/auth/login",
            "POST /v1/auth/recover",
            "POST /v1/auth/refresh",
            "POST /v1/auth/register");

    /** Answers in the words of OAuth; whose tokens it tells of, is tried by OAuthJourneyTest. */
    private static final Set<String> OF_OAUTH = Set.of("POST /oauth/introspect");

    /** Not in the OpenAPI document: they serve the reference itself. */
    private static final Set<String> REFERENCE =
            Set.of("GET /docs", "GET /docs/errors", "GET /docs/viewer.js", "GET /openapi.yaml");

    /** What they read and change belongs to who calls; there is no way to name someone else's. */
    private static final Set<String> OWN = Set.of(
            "DELETE /v1/me",
            "GET /v1/me",
            "GET /v1/me/sessions",
            "GET /v1/tasks",
            "PATCH /v1/me",
            "POST /v1/auth/logout",
            "POST /v1/auth/logout-all",
            "POST /v1/me/password",
            "POST /v1/tasks");

    /** They name a session, which may be someone else's. */
    private static final Set<String> OF_A_SESSION =
            Set.of("DELETE /v1/me/sessions/{id}", "GET /v1/me/sessions/{id}/lineage");

    /** They name a task, which may be someone else's. */
    private static final Set<String> OF_A_TASK = Set.of(
            "DELETE /v1/tasks/{id}", "GET /v1/tasks/{id}", "PATCH /v1/tasks/{id}", "POST /v1/tasks/{id}/restore");

    /** They need a permission that few have. */
    private static final Set<String> OF_ADMINS = Set.of(
            "GET /v1/audit-events",
            "GET /v1/users",
            "POST /v1/users",
            "GET /v1/users/{id}",
            "PATCH /v1/users/{id}",
            "DELETE /v1/users/{id}",
            "POST /v1/users/{id}/suspend",
            "POST /v1/users/{id}/reactivate",
            "POST /v1/users/{id}/unlock",
            "POST /v1/users/{id}/restore",
            "POST /v1/users/{id}/erase",
            "GET /v1/users/{id}/sessions",
            "DELETE /v1/users/{id}/sessions",
            "PUT /v1/users/{id}/roles/{role}",
            "DELETE /v1/users/{id}/roles/{role}",
            "GET /v1/roles",
            "POST /v1/roles",
            "GET /v1/roles/{name}",
            "PATCH /v1/roles/{name}",
            "DELETE /v1/roles/{name}",
            "GET /v1/stats/users");

    /** What has to be sent along for the route to see who asks. */
    private static final Map<String, String> BODIES = Map.of(
            "PATCH /v1/users/{id}",
            "{\"name\": \"Taken\"}",
            "PATCH /v1/roles/{name}",
            "{\"description\": \"Taken\"}",
            "POST /v1/users",
            """
                    {"email": "x@example.org", "username": "xxx", "name": "X", "password": "correct horse battery"}""",
            "POST /v1/roles",
            """
                    {"name": "mine", "description": "Mine"}""");

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private static final MusterRunning RUNNING = MusterRunning.ofThisJvm();

    private static Caller ann;
    private static Caller eve;
    private static List<String> annsTasks;
    private static String annsSession;
    private static String annsId;

    static Stream<String> needingToken() {
        return Stream.of(OWN, OF_A_SESSION, OF_A_TASK, OF_ADMINS)
                .flatMap(Set::stream)
                .sorted();
    }

    static Stream<String> ofAdmins() {
        return OF_ADMINS.stream().sorted();
    }

    static Stream<String> ofASession() {
        return OF_A_SESSION.stream().sorted();
    }

    static Stream<String> ofATask() {
        return OF_A_TASK.stream().sorted();
    }

    @BeforeAll
    static void signIn() {
        JsonNode tokens = Person.join(RUNNING.anonymous()).tokens();
        ann = RUNNING.anonymous().withToken(tokens.required("access_token").asText());
        annsSession = tokens.required("session_id").asText();
        annsId = tokens.required("user").required("id").asText();
        eve = Person.join(RUNNING.anonymous()).signedIn();
        annsTasks = Stream.of("kept", "deleted")
                .map(title -> ann.post("/v1/tasks", "{\"title\": \"" + title + "\"}")
                        .expect(201)
                        .text("id"))
                .toList();
        ann.delete("/v1/tasks/" + annsTasks.getLast()).expect(204);
    }

    @Test
    void everyRouteHasItsCase() {
        assertThat(routes())
                .containsExactlyInAnyOrderElementsOf(Stream.of(OPEN, OF_OAUTH, OWN, OF_A_SESSION, OF_A_TASK, OF_ADMINS)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyRouteIsDocumented() {
        Set<String> documented = new TreeSet<>(REFERENCE);
        documented.addAll(RUNNING.anonymous().contract().routes());

        assertThat(documented).containsExactlyElementsOf(routes());
    }

    @ParameterizedTest
    @MethodSource("needingToken")
    void refusesWhoDoesNotSayWhoTheyAre(String route) {
        String path = route.replace("{id}", annsTasks.getFirst())
                .replace("{role}", "admin")
                .replace("{name}", "admin");

        Answer answer = send(RUNNING.anonymous(), path).expectProblem(401, "missing_access_token");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        send(RUNNING.anonymous().withToken("no.token.atall"), path).expectProblem(401, "invalid_access_token");
    }

    @ParameterizedTest
    @MethodSource("ofATask")
    void tellsNoOneOfSomeoneElsesTask(String route) {
        JsonNode absent = withoutPlace(send(eve, route.replace("{id}", NOTHING)).expectProblem(404, "task_not_found"));

        for (String task : annsTasks) {
            Answer answer = send(eve, route.replace("{id}", task)).expectProblem(404, "task_not_found");
            assertThat(withoutPlace(answer)).isEqualTo(absent);
        }
        assertThat(ann.get("/v1/tasks/" + annsTasks.getFirst()).expect(200).text("title"))
                .isEqualTo("kept");
    }

    @ParameterizedTest
    @MethodSource("ofAdmins")
    void refusesWhoMayNot(String route) {
        String[] methodAndPath = route.replace("{id}", annsId)
                .replace("{role}", "admin")
                .replace("{name}", "admin")
                .split(" ");

        eve.send(methodAndPath[0], methodAndPath[1], BODIES.get(route)).expectProblem(403, "permission_missing");
        ann.get("/v1/me").expect(200);
    }

    @ParameterizedTest
    @MethodSource("ofASession")
    void tellsNoOneOfSomeoneElsesSession(String route) {
        JsonNode absent =
                withoutPlace(send(eve, route.replace("{id}", NOTHING)).expectProblem(404, "session_not_found"));

        Answer answer = send(eve, route.replace("{id}", annsSession)).expectProblem(404, "session_not_found");

        assertThat(withoutPlace(answer)).isEqualTo(absent);
        ann.get("/v1/me").expect(200);
    }

    private static JsonNode withoutPlace(Answer problem) {
        return ((ObjectNode) problem.json()).remove(List.of("instance", "request_id"));
    }

    private static Answer send(Caller caller, String route) {
        String[] methodAndPath = route.split(" ");
        String body = methodAndPath[0].equals("PATCH") ? "{\"title\": \"taken\"}" : null;
        return caller.send(methodAndPath[0], methodAndPath[1], body);
    }

    /** As the router knows them; HEAD goes wherever GET does. */
    private static Set<String> routes() {
        var settings = Settings.read(new Environment(RUNNING.variables()));
        var login = new Login(RUNNING.database().user(), RUNNING.database().password());
        var database = new Database(RUNNING.database().jdbcUrl(), login, login, "");
        try (ApplicationContext context = ServerContext.start(settings, MasterKeyFile.read(settings), database)) {
            return context.getBean(Router.class)
                    .uriRoutes()
                    .map(route -> route.getHttpMethodName() + " "
                            + route.getUriMatchTemplate().toPathString())
                    .filter(route -> !route.startsWith("HEAD "))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
