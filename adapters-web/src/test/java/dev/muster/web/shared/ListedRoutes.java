package dev.muster.web.shared;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each route lets in, and about whose: a route that stands in none of these lists fails {@link RoutesTest}. */
final class ListedRoutes {

    static final Set<String> OPEN = Set.of(
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
    static final Set<String> OPEN_OAUTH = Set.of("POST /oauth/token", "POST /oauth/revoke");

    /** Answers as OAuth wants it; tells of tokens of one's own, and of others' by permission. */
    static final Set<String> CLOSED_OAUTH = Set.of("POST /oauth/introspect");

    /** About who asks, or about all that is theirs: there is no wrong user. */
    static final Set<String> OWN = Set.of(
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
    static final Set<String> OF_A_SESSION = Set.of("DELETE /v1/me/sessions/{id}", "GET /v1/me/sessions/{id}/lineage");

    /** About one task, which belongs to someone. */
    static final Set<String> OF_A_TASK = Set.of(
            "GET /v1/tasks/{id}",
            "PATCH /v1/tasks/{id}",
            "DELETE /v1/tasks/{id}",
            "POST /v1/tasks/{id}/restore",
            "PUT /v1/tasks/{id}/blocked-by/{other}",
            "DELETE /v1/tasks/{id}/blocked-by/{other}",
            "POST /v1/tasks/{id}/tasks-from-template");

    /** About one template, which belongs to someone. */
    static final Set<String> OF_A_TEMPLATE = Set.of(
            "GET /v1/task-templates/{name}", "PUT /v1/task-templates/{name}", "DELETE /v1/task-templates/{name}");

    /** About one export, which belongs to someone. */
    static final Set<String> OF_AN_EXPORT = Set.of("GET /v1/exports/{id}", "GET /v1/exports/{id}/file");

    /** About one project, which belongs to someone. */
    static final Set<String> OF_A_PROJECT = Set.of(
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
    static final Set<String> OF_A_DOCUMENT = Set.of(
            "GET /v1/documents/{id}",
            "PATCH /v1/documents/{id}",
            "DELETE /v1/documents/{id}",
            "GET /v1/documents/{id}/diff",
            "GET /v1/documents/{id}/versions",
            "POST /v1/documents/{id}/versions",
            "GET /v1/documents/{id}/versions/{n}",
            "POST /v1/documents/{id}/versions/{n}/restore");

    /** About one execution, which belongs to someone. */
    static final Set<String> OF_AN_EXECUTION = Set.of("GET /v1/executions/{id}", "PATCH /v1/executions/{id}");

    /** About what only those see who have a permission. */
    static final Set<String> OF_ADMINS = Set.of(
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

    private ListedRoutes() {}

    /** Whichever list they are in. */
    static Set<String> all() {
        return Stream.of(
                        OPEN,
                        OPEN_OAUTH,
                        CLOSED_OAUTH,
                        OWN,
                        OF_A_SESSION,
                        OF_A_TASK,
                        OF_A_TEMPLATE,
                        OF_AN_EXPORT,
                        OF_A_PROJECT,
                        OF_A_DOCUMENT,
                        OF_AN_EXECUTION,
                        OF_ADMINS)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A request to a route about something of an id; with a body where the route takes one. */
    static Answer send(RunningMuster muster, String route, String token, String id) {
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

    static boolean isOpen(String route) {
        return OPEN.contains(route) || OPEN_OAUTH.contains(route);
    }

    static boolean isOAuth(String route) {
        return OPEN_OAUTH.contains(route) || CLOSED_OAUTH.contains(route);
    }
}
