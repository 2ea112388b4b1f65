package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Every route there is has to be in one of these lists, and behave as its list says. */
class RoutesTest {

    private static final Set<String> OPEN = Set.of(
            "POST /v1/auth/register",
            "POST /v1/auth/login",
            "POST /v1/auth/refresh",
            "POST /v1/auth/recover",
            "POST /v1/auth/verify-email",
            "POST /v1/auth/verify-email/resend",
            "POST /v1/auth/confirm-email",
            "POST /v1/auth/forgot-password",
            "POST /v1/auth/reset-password",
            "GET /dev/mailbox",
            "GET /.well-known/jwks.json",
            "GET /.well-known/oauth-authorization-server",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /health/db",
            "GET /openapi.yaml",
            "GET /docs",
            "GET /docs/viewer.js",
            "GET /docs/errors");

    /** Open too, and they take forms and answer as OAuth wants it. */
    private static final Set<String> OPEN_OAUTH = Set.of("POST /oauth/token", "POST /oauth/revoke");

    /** Answers as OAuth wants it; tells of tokens of one's own, and of others' by permission. */
    private static final Set<String> CLOSED_OAUTH = Set.of("POST /oauth/introspect");

    /** About who asks, or about all that is theirs: there is no wrong user. */
    private static final Set<String> OWN = Set.of(
            "POST /v1/auth/logout",
            "POST /v1/auth/logout-all",
            "GET /v1/me",
            "PATCH /v1/me",
            "DELETE /v1/me",
            "POST /v1/me/password",
            "POST /v1/me/email",
            "GET /v1/me/sessions",
            "GET /v1/executions",
            "GET /v1/projects",
            "POST /v1/projects",
            "GET /v1/tasks",
            "POST /v1/tasks",
            "POST /v1/tasks/batch",
            "GET /v1/tasks/summary",
            "GET /v1/task-templates",
            "POST /v1/task-templates");

    /** About one session, which belongs to someone. */
    private static final Set<String> OF_A_SESSION =
            Set.of("DELETE /v1/me/sessions/{id}", "GET /v1/me/sessions/{id}/lineage");

    /** About one task, which belongs to someone. */
    private static final Set<String> OF_A_TASK = Set.of(
            "GET /v1/tasks/{id}",
            "PATCH /v1/tasks/{id}",
            "DELETE /v1/tasks/{id}",
            "POST /v1/tasks/{id}/restore",
            "PUT /v1/tasks/{id}/blocked-by/{other}",
            "DELETE /v1/tasks/{id}/blocked-by/{other}",
            "POST /v1/tasks/{id}/tasks-from-template");

    /** About one template, which belongs to someone. */
    private static final Set<String> OF_A_TEMPLATE = Set.of(
            "GET /v1/task-templates/{name}", "PUT /v1/task-templates/{name}", "DELETE /v1/task-templates/{name}");

    /** About one export, which belongs to someone. */
    private static final Set<String> OF_AN_EXPORT = Set.of("GET /v1/exports/{id}", "GET /v1/exports/{id}/file");

    /** About one project, which belongs to someone. */
    private static final Set<String> OF_A_PROJECT = Set.of(
            "GET /v1/projects/{id}",
            "PATCH /v1/projects/{id}",
            "DELETE /v1/projects/{id}",
            "GET /v1/projects/{id}/documents",
            "POST /v1/projects/{id}/documents",
            "GET /v1/projects/{id}/executions",
            "POST /v1/projects/{id}/executions",
            "GET /v1/projects/{id}/exports",
            "POST /v1/projects/{id}/exports");

    /** About one document, which belongs to someone. */
    private static final Set<String> OF_A_DOCUMENT = Set.of(
            "GET /v1/documents/{id}",
            "PATCH /v1/documents/{id}",
            "DELETE /v1/documents/{id}",
            "GET /v1/documents/{id}/diff",
            "GET /v1/documents/{id}/versions",
            "POST /v1/documents/{id}/versions",
            "GET /v1/documents/{id}/versions/{n}",
            "POST /v1/documents/{id}/versions/{n}/restore");

    /** About one execution, which belongs to someone. */
    private static final Set<String> OF_AN_EXECUTION = Set.of("GET /v1/executions/{id}", "PATCH /v1/executions/{id}");

    /** About what only those see who have a permission. */
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
            "GET /v1/stats/tasks",
            "GET /v1/stats/users");

    /** Where an empty object is no request. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/users",
            """
                    {"email": "x@example.org", "username": "xxx", "name": "X", "password": "correct horse battery"}""",
            "POST /v1/roles",
            """
                    {"name": "mine", "description": "Mine"}""",
            "POST /v1/projects/{id}/documents",
            """
                    {"title": "Made", "content": "x"}""",
            "POST /v1/documents/{id}/versions",
            """
                    {"content": "x"}""",
            "POST /v1/projects/{id}/exports",
            """
                    {"format": "zip"}""",
            "POST /v1/projects/{id}/executions",
            """
                    {"agent": "reviewer"}""",
            "PUT /v1/task-templates/{name}",
            """
                    {"title": "Mine"}""",
            "POST /v1/tasks/{id}/tasks-from-template",
            """
                    {"template": "database"}""");

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void everyRouteIsListed() {
        Set<String> listed = new TreeSet<>(OPEN);
        listed.addAll(OPEN_OAUTH);
        listed.addAll(CLOSED_OAUTH);
        listed.addAll(OWN);
        listed.addAll(OF_A_SESSION);
        listed.addAll(OF_A_TASK);
        listed.addAll(OF_A_TEMPLATE);
        listed.addAll(OF_A_PROJECT);
        listed.addAll(OF_AN_EXPORT);
        listed.addAll(OF_AN_EXECUTION);
        listed.addAll(OF_A_DOCUMENT);
        listed.addAll(OF_ADMINS);

        assertThat(routes()).containsExactlyInAnyOrderElementsOf(listed);
    }

    @TestFactory
    List<DynamicTest> everyRouteButTheOpenOnesNeedsAToken() {
        return routes().stream()
                .filter(route -> !isOpen(route) && !isOAuth(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    var answer = send(route, null, "1").expectProblem(401, "missing_access_token");
                    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> openRoutesNeedNone() {
        return OPEN.stream()
                .map(route -> DynamicTest.dynamicTest(
                        route, () -> assertThat(send(route, null, "1").status()).isIn(200, 202, 422)))
                .toList();
    }

    @Test
    void routesOfOAuthRefuseInItsWords() {
        OPEN_OAUTH.forEach(route ->
                assertThat(send(route, null, "1").expect(415).text("error")).isEqualTo("invalid_request"));
        CLOSED_OAUTH.forEach(route -> assertThat(muster.send(muster.request(route.split(" ", 2)[1])
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("token=x")))
                        .expect(401)
                        .text("error"))
                .isEqualTo("invalid_token"));
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoSession() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        String id = muster.signIn(owner.name()).session();
        return OF_A_SESSION.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "session_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoTask() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        String id = muster.task(owner, "Private");
        return OF_A_TASK.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "task_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 201, 204, 409);
                    muster.post("/v1/tasks/" + id + "/restore", owner.token(), null);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoTemplate() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        return OF_A_TEMPLATE.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    muster.post("/v1/task-templates", owner.token(), """
                            {"name": "user", "title": "Private"}""");
                    send(route, other.token(), "1").expectProblem(404, "template_not_found");
                    assertThat(send(route, owner.token(), "1").status()).isIn(200, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoProject() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        return OF_A_PROJECT.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    muster.send("DELETE", "/v1/projects/KAN", owner.token(), null);
                    String id = muster.project(owner, "KAN");
                    send(route, other.token(), id).expectProblem(404, "project_not_found");
                    send(route, other.token(), "KAN").expectProblem(404, "project_not_found");
                    assertThat(send(route, owner.token(), "kan").status()).isIn(200, 201, 202, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoExecution() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        muster.project(owner, "KAN");
        String id = muster.post("/v1/projects/KAN/executions", owner.token(), "{\"agent\": \"reviewer\"}")
                .expect(201)
                .text("id");
        return OF_AN_EXECUTION.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "execution_not_found");
                    send(route, owner.token(), id).expect(200);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoDocument() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        String project = muster.project(owner, "DOC");
        return OF_A_DOCUMENT.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    String id = muster.document(owner, project);
                    send(route, other.token(), id).expectProblem(404, "document_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 201, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoExport() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        muster.project(owner, "EXP");
        String id = muster.post("/v1/projects/EXP/exports", owner.token(), "{\"format\": \"zip\"}")
                .expect(202)
                .text("id");
        return OF_AN_EXPORT.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "export_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 409);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserIsNoAdmin() {
        String token = muster.signUp().token();
        return OF_ADMINS.stream()
                .map(route -> DynamicTest.dynamicTest(
                        route, () -> send(route, token, "1").expectProblem(403, "permission_missing")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "{\"surprise\": 1}", "{\"name\": \"\"}"})
    void wrongUserIsNoAdminWhateverTheBodyHolds(String body) {
        String token = muster.signUp().token();
        String admin = muster.admin().token();
        for (String route : List.of("POST /v1/users", "PATCH /v1/users/1", "POST /v1/roles", "PATCH /v1/roles/user")) {
            String[] parts = route.split(" ", 2);
            muster.send(parts[0], parts[1], token, body).expectProblem(403, "permission_missing");
            assertThat(muster.send(parts[0], parts[1], admin, body).status())
                    .isGreaterThanOrEqualTo(400)
                    .isNotEqualTo(403);
        }
    }

    @Test
    void whatNotEverybodyMayDoIsAskedForBeforeTheBodyIsRead() {
        assertThat(uriRoutes()
                        .filter(route -> RouteRules.of(route).needed() != null)
                        .map(RoutesTest::name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(OF_ADMINS);
    }

    @TestFactory
    List<DynamicTest> unknownParametersAreRefusedEverywhere() {
        String token = muster.signUp().token();
        return routes().stream()
                .filter(route -> !isOAuth(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    String withQuery = route + "?surprise=1";
                    send(withQuery, token, "1").expectProblem(400, "unknown_parameter");
                }))
                .toList();
    }

    @Test
    @SuppressWarnings("unchecked")
    void documentHasEveryRouteOfTheApiAndSaysWhichNeedAToken() {
        Map<String, Object> document =
                new Yaml().load(muster.get("/openapi.yaml", null).body());
        Set<String> documented = new TreeSet<>();
        ((Map<String, Map<String, Map<String, Object>>>) document.get("paths"))
                .forEach((path, methods) -> methods.forEach((method, operation) -> {
                    String route = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
                    documented.add(route);
                    assertThat(operation.containsKey("security")).as(route).isEqualTo(!isOpen(route));
                }));

        assertThat(routes())
                .filteredOn(route -> !documented.contains(route))
                .allMatch(route -> route.contains("/docs") || route.contains("/openapi.yaml"));
        assertThat(routes()).containsAll(documented);
    }

    private static dev.muster.web.testing.Answer send(String route, String token, String id) {
        String[] parts = route.replace("{id}", id)
                .replace("{n}", "1")
                .replace("{other}", id)
                .replace("{role}", "user")
                .replace("{name}", "user")
                .split(" ", 2);
        boolean withBody = BODIES.containsKey(route)
                || parts[0].equals("PATCH")
                || (parts[0].equals("POST") && !parts[1].contains("restore"));
        return muster.send(parts[0], parts[1], token, withBody ? BODIES.getOrDefault(route, "{}") : null);
    }

    private static boolean isOpen(String route) {
        return OPEN.contains(route) || OPEN_OAUTH.contains(route);
    }

    private static boolean isOAuth(String route) {
        return OPEN_OAUTH.contains(route) || CLOSED_OAUTH.contains(route);
    }

    /** HEAD comes with every GET. */
    private static Set<String> routes() {
        return uriRoutes().map(RoutesTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<UriRouteInfo<?, ?>> uriRoutes() {
        return muster.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD);
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }
}
