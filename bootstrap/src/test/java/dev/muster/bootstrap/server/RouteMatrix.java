package dev.muster.bootstrap.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which answer every route has for everyone who may call it. */
final class RouteMatrix {

    /** The same for everyone, whatever they send as a token. No mailbox is shown where the database is external. */
    private static final String OPEN = """
            GET    /.well-known/jwks.json                   | 200
            GET    /.well-known/oauth-authorization-server  | 200
            GET    /dev/mailbox                             | 404 route_not_found
            GET    /docs                                    | 200
            GET    /docs/errors                             | 200
            GET    /docs/viewer.js                          | 200
            GET    /health                                  | 200
            GET    /health/db                               | 200
            GET    /health/live                             | 200
            GET    /health/ready                            | 200
            GET    /openapi.yaml                            | 200
            POST   /oauth/revoke                            | 200
            POST   /oauth/token                             | 400 invalid_grant
            POST   /v1/auth/confirm-email                   | 400 invalid_token
            POST   /v1/auth/forgot-password                 | 202
            POST   /v1/auth/login                           | 200
            POST   /v1/auth/recover                         | 401 invalid_credentials
            POST   /v1/auth/refresh                         | 401 invalid_refresh_token
            POST   /v1/auth/register                        | 202
            POST   /v1/auth/reset-password                  | 400 invalid_token
            POST   /v1/auth/verify-email                    | 400 invalid_token
            POST   /v1/auth/verify-email/resend             | 202
            """;

    /** What is named is the user's: their task, session or account; or else a role, or an account in that state. */
    private static final String CLOSED = """
            route                               | named    | anonymous | user   | other  | admin  | suspended | revoked
            POST   /oauth/introspect            |          | 401       | 200    | 200    | 200    | 401       | 401
            POST   /v1/auth/logout              |          | unknown   | 204    | 204    | 204    | ended     | ended
            POST   /v1/auth/logout-all          |          | unknown   | 204    | 204    | 204    | ended     | ended
            GET    /v1/me                       |          | unknown   | 200    | 200    | 200    | ended     | ended
            PATCH  /v1/me                       |          | unknown   | 200    | 200    | 200    | ended     | ended
            DELETE /v1/me                       |          | unknown   | 204    | 204    | 204    | ended     | ended
            POST   /v1/me/email                 |          | unknown   | 202    | 202    | 202    | ended     | ended
            POST   /v1/me/password              |          | unknown   | 204    | 204    | 204    | ended     | ended
            GET    /v1/me/sessions              |          | unknown   | 200    | 200    | 200    | ended     | ended
            DELETE /v1/me/sessions/{id}         | session  | unknown   | 204    | hidden | hidden | ended     | ended
            GET    /v1/me/sessions/{id}/lineage | session  | unknown   | 200    | hidden | hidden | ended     | ended
            GET    /v1/projects                 |          | unknown   | 200    | 200    | 200    | ended     | ended
            POST   /v1/projects                 |          | unknown   | 201    | 201    | 201    | ended     | ended
            GET    /v1/projects/{id}            | project  | unknown   | 200    | hidden | hidden | ended     | ended
            PATCH  /v1/projects/{id}            | project  | unknown   | 200    | hidden | hidden | ended     | ended
            DELETE /v1/projects/{id}            | project  | unknown   | 204    | hidden | hidden | ended     | ended
            GET    /v1/projects/{id}/exports    | project  | unknown   | 200    | hidden | hidden | ended     | ended
            POST   /v1/projects/{id}/exports    | project  | unknown   | 202    | hidden | hidden | ended     | ended
            GET    /v1/exports/{id}             | export   | unknown   | 200    | hidden | hidden | ended     | ended
            GET    /v1/exports/{id}/file        | export   | unknown   | 200    | hidden | hidden | ended     | ended
            GET    /v1/projects/{id}/executions | project  | unknown   | 200    | hidden | hidden | ended     | ended
            POST   /v1/projects/{id}/executions | project  | unknown   | 201    | hidden | hidden | ended     | ended
            GET    /v1/executions               |          | unknown   | 400    | 400    | 400    | ended     | ended
            GET    /v1/executions/{id}          | execution | unknown  | 200    | hidden | hidden | ended     | ended
            PATCH  /v1/executions/{id}          | execution | unknown  | 200    | hidden | hidden | ended     | ended
            GET    /v1/projects/{id}/documents  | project  | unknown   | 200    | hidden | hidden | ended     | ended
            POST   /v1/projects/{id}/documents  | project  | unknown   | 201    | hidden | hidden | ended     | ended
            GET    /v1/documents/{id}           | document | unknown   | 200    | hidden | hidden | ended     | ended
            PATCH  /v1/documents/{id}           | document | unknown   | 200    | hidden | hidden | ended     | ended
            DELETE /v1/documents/{id}           | document | unknown   | 204    | hidden | hidden | ended     | ended
            GET    /v1/documents/{id}/diff      | document | unknown   | 200    | hidden | hidden | ended     | ended
            GET    /v1/documents/{id}/versions  | document | unknown   | 200    | hidden | hidden | ended     | ended
            POST   /v1/documents/{id}/versions  | document | unknown   | 201    | hidden | hidden | ended     | ended
            GET    /v1/documents/{id}/versions/{n} | document | unknown   | 200    | hidden | hidden | ended     | ended
            POST   /v1/documents/{id}/versions/{n}/restore | document | unknown   | 201    | hidden | hidden | ended     | ended
            GET    /v1/tasks                    |          | unknown   | 200    | 200    | 200    | ended     | ended
            POST   /v1/tasks                    |          | unknown   | 201    | 201    | 201    | ended     | ended
            GET    /v1/tasks/{id}               | task     | unknown   | 200    | hidden | hidden | ended     | ended
            PATCH  /v1/tasks/{id}               | task     | unknown   | 200    | hidden | hidden | ended     | ended
            DELETE /v1/tasks/{id}               | task     | unknown   | 204    | hidden | hidden | ended     | ended
            POST   /v1/tasks/{id}/restore       | trashed  | unknown   | 200    | hidden | hidden | ended     | ended
            PUT    /v1/tasks/{id}/blocked-by/{other}    | task | unknown | 204  | hidden | hidden | ended     | ended
            DELETE /v1/tasks/{id}/blocked-by/{other}    | task | unknown | 204  | hidden | hidden | ended     | ended
            POST   /v1/tasks/batch              |          | unknown   | 200    | 200    | 200    | ended     | ended
            GET    /v1/tasks/summary            |          | unknown   | 200    | 200    | 200    | ended     | ended
            POST   /v1/tasks/{id}/tasks-from-template | task | unknown | 201 | hidden | hidden | ended | ended
            GET    /v1/task-templates           |          | unknown   | 200    | 200    | 200    | ended     | ended
            POST   /v1/task-templates           |          | unknown   | 201    | 201    | 201    | ended     | ended
            GET    /v1/task-templates/{name}    | template | unknown   | 200    | hidden | hidden | ended     | ended
            PUT    /v1/task-templates/{name}    | template | unknown   | 200    | hidden | hidden | ended     | ended
            DELETE /v1/task-templates/{name}    | template | unknown   | 204    | hidden | hidden | ended     | ended
            GET    /v1/audit-events             |          | unknown   | denied | denied | 200    | ended     | ended
            GET    /v1/stats/tasks              |          | unknown   | denied | denied | 200    | ended     | ended
            GET    /v1/stats/users              |          | unknown   | denied | denied | 200    | ended     | ended
            GET    /v1/users                    |          | unknown   | denied | denied | 200    | ended     | ended
            POST   /v1/users                    |          | unknown   | denied | denied | 201    | ended     | ended
            GET    /v1/users/{id}               | account  | unknown   | denied | denied | 200    | ended     | ended
            PATCH  /v1/users/{id}               | account  | unknown   | denied | denied | 200    | ended     | ended
            DELETE /v1/users/{id}               | account  | unknown   | denied | denied | 204    | ended     | ended
            POST   /v1/users/{id}/suspend       | account  | unknown   | denied | denied | 200    | ended     | ended
            POST   /v1/users/{id}/reactivate    | inactive | unknown   | denied | denied | 200    | ended     | ended
            POST   /v1/users/{id}/unlock        | account  | unknown   | denied | denied | 200    | ended     | ended
            POST   /v1/users/{id}/restore       | deleted  | unknown   | denied | denied | 200    | ended     | ended
            POST   /v1/users/{id}/erase         | deleted  | unknown   | denied | denied | 204    | ended     | ended
            GET    /v1/users/{id}/sessions      | account  | unknown   | denied | denied | 200    | ended     | ended
            DELETE /v1/users/{id}/sessions      | account  | unknown   | denied | denied | 204    | ended     | ended
            PUT    /v1/users/{id}/roles/{role}  | account  | unknown   | denied | denied | 204    | ended     | ended
            DELETE /v1/users/{id}/roles/{role}  | account  | unknown   | denied | denied | 204    | ended     | ended
            GET    /v1/roles                    |          | unknown   | denied | denied | 200    | ended     | ended
            POST   /v1/roles                    |          | unknown   | denied | denied | 201    | ended     | ended
            GET    /v1/roles/{name}             | role     | unknown   | denied | denied | 200    | ended     | ended
            PATCH  /v1/roles/{name}             | role     | unknown   | denied | denied | 200    | ended     | ended
            DELETE /v1/roles/{name}             | role     | unknown   | denied | denied | 204    | ended     | ended
            """;

    private static final Map<String, String> WORDS = Map.of(
            "unknown", "401 missing_access_token",
            "ended", "401 invalid_access_token",
            "denied", "403 permission_missing");

    /** What has to be sent along; what stands in braces is put in when it is sent. */
    private static final String BODIES = """
            POST   /oauth/introspect            | token={token}
            POST   /oauth/revoke                | token=nothing
            POST   /oauth/token                 | grant_type=refresh_token&refresh_token=nothing
            POST   /v1/auth/confirm-email       | {"token": "nothing"}
            POST   /v1/auth/forgot-password     | {"email": "{new}@example.org"}
            POST   /v1/auth/login               | {"identifier": "{user}", "password": "{password}"}
            POST   /v1/auth/recover             | {"identifier": "{new}", "password": "{password}"}
            POST   /v1/auth/refresh             | {"refresh_token": "nothing"}
            POST   /v1/auth/register            | {"email": "{new}@example.org", "username": "{new}", "name": "New", "password": "{password}"}
            POST   /v1/auth/reset-password      | {"token": "nothing", "password": "staple battery horse"}
            POST   /v1/auth/verify-email        | {"token": "nothing"}
            POST   /v1/auth/verify-email/resend | {"email": "{new}@example.org"}
            PATCH  /v1/me                       | {"name": "Renamed"}
            DELETE /v1/me                       | {"password": "{password}"}
            POST   /v1/me/email                 | {"email": "{new}@example.org", "password": "{password}"}
            POST   /v1/me/password              | {"current_password": "{password}", "new_password": "staple {new}"}
            POST   /v1/projects                 | {"key": "{key}", "name": "Made"}
            PATCH  /v1/projects/{id}            | {"name": "Taken"}
            POST   /v1/projects/{id}/exports    | {"format": "csv"}
            POST   /v1/projects/{id}/executions | {"agent": "reviewer"}
            PATCH  /v1/executions/{id}          | {"status": "running"}
            POST   /v1/projects/{id}/documents  | {"title": "Made", "content": "x"}
            PATCH  /v1/documents/{id}           | {"title": "Taken"}
            POST   /v1/documents/{id}/versions  | {"content": "Taken"}
            POST   /v1/tasks                    | {"title": "Made"}
            PATCH  /v1/tasks/{id}               | {"title": "Taken"}
            POST   /v1/tasks/batch              | {"operations": [{"op": "create", "task": {"title": "Made"}}]}
            POST   /v1/tasks/{id}/tasks-from-template | {"template": "database"}
            POST   /v1/task-templates           | {"name": "{new}", "title": "Made"}
            PUT    /v1/task-templates/{name}    | {"title": "Taken"}
            POST   /v1/users                    | {"email": "{new}@example.org", "username": "{new}", "name": "New", "password": "{password}"}
            PATCH  /v1/users/{id}               | {"name": "Renamed"}
            POST   /v1/roles                    | {"name": "{new}", "description": "Made"}
            PATCH  /v1/roles/{name}             | {"description": "Changed"}
            """;

    private static final Map<String, String> BODY_OF =
            rows(BODIES).collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private RouteMatrix() {}

    /** In the order of the columns: the user, someone else, and tokens that were good once. */
    enum Who {
        ANONYMOUS,
        USER,
        OTHER,
        ADMIN,
        SUSPENDED,
        REVOKED
    }

    /** @param named what the route's id or name is to name, or empty */
    record Line(String route, String named, List<String> answers) {

        /** Status, and code where there is one. */
        String[] answerTo(Who who) {
            String word = answers.get(who.ordinal());
            String hidden = "404 " + named.replace("trashed", "task") + "_not_found";
            return (word.equals("hidden") ? hidden : WORDS.getOrDefault(word, word)).split(" ");
        }

        /** Whether someone else's is answered as if it were not there. */
        boolean isHiding() {
            return answers.contains("hidden");
        }

        @Nullable String body() {
            return BODY_OF.get(route);
        }

        boolean isOfOAuth() {
            return route.contains(" /oauth/");
        }

        @Override
        public String toString() {
            return route;
        }
    }

    static List<Line> lines() {
        Stream<Line> open =
                rows(OPEN).map(row -> new Line(row[0], "", Collections.nCopies(Who.values().length, row[1])));
        Stream<Line> closed = rows(CLOSED)
                .skip(1)
                .map(row -> new Line(row[0], row[1], List.of(row).subList(2, row.length)));
        return Stream.concat(open, closed).toList();
    }

    private static Stream<String[]> rows(String table) {
        return table.lines().map(line -> line.replaceAll(" +", " ").split(" ?\\| ?"));
    }
}
