package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.bootstrap.database.Login;
import dev.muster.bootstrap.journey.Answer;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.Exported;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import dev.muster.bootstrap.server.RouteMatrix.Line;
import dev.muster.bootstrap.server.RouteMatrix.Who;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of {@link RouteMatrix}; a route without a line there fails, and so does a line without a route. */
final class RouteMatrixTest {

    /** Whoever gets their way with one of these, their token or their password is of no more use. */
    private static final Set<String> SPENDING = Set.of(
            "DELETE /v1/me",
            "DELETE /v1/me/sessions/{id}",
            "POST /v1/auth/login",
            "POST /v1/auth/logout",
            "POST /v1/auth/logout-all",
            "POST /v1/me/password");

    /** Not in the OpenAPI document: they serve the reference itself. */
    private static final Set<String> REFERENCE =
            Set.of("GET /docs", "GET /docs/errors", "GET /docs/viewer.js", "GET /openapi.yaml");

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
    private static final String BCRYPT = "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O";

    private static final MusterRunning RUNNING = MusterRunning.ofThisJvm();
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Map<Who, Account> STANDING = new EnumMap<>(Who.class);

    private static Caller root;
    private static Set<String> routes;

    /** A task of the user's that no line is about. */
    private static String kept;

    private record Account(Caller caller, String username, String id, String session) {

        static Account join() {
            Person person = Person.join(RUNNING.anonymous());
            JsonNode tokens = person.tokens();
            Caller caller = RUNNING.anonymous()
                    .withToken(tokens.required("access_token").asText());
            caller.get("/v1/me").expect(200);
            String id = tokens.required("user").required("id").asText();
            return new Account(
                    caller, person.name(), id, tokens.required("session_id").asText());
        }

        static Account of(Who who) {
            Account account = join();
            String path = "/v1/users/" + account.id;
            return switch (who) {
                case USER, OTHER -> account;
                case ANONYMOUS -> new Account(RUNNING.anonymous(), account.username, account.id, account.session);
                case ADMIN -> account.after(root.send("PUT", path + "/roles/admin", null), 204);
                case SUSPENDED -> account.after(root.post(path + "/suspend", null), 200);
                case REVOKED -> account.after(account.caller.delete("/v1/me/sessions/" + account.session), 204);
            };
        }

        private Account after(Answer answer, int wanted) {
            answer.expect(wanted);
            return this;
        }

        String task() {
            return caller.post("/v1/tasks", "{\"title\": \"Kept\"}").expect(201).text("id");
        }

        String project() {
            String body = "{\"key\": \"%s\", \"name\": \"Kept\"}".formatted(newKey());
            return caller.post("/v1/projects", body).expect(201).text("id");
        }

        String execution() {
            String path = "/v1/projects/" + project() + "/executions";
            return caller.post(path, "{\"agent\": \"reviewer\"}").expect(201).text("id");
        }

        String export() {
            return Exported.of(caller, project(), "csv").required("id").asText();
        }

        String document() {
            String path = "/v1/projects/" + project() + "/documents";
            return caller.post(path, "{\"title\": \"Kept\", \"content\": \"x\"}")
                    .expect(201)
                    .text("id");
        }

        String belongings() {
            return caller.get("/v1/tasks?limit=100").expect(200).body()
                    + caller.get("/v1/tasks?limit=100&deleted=true").expect(200).body()
                    + caller.get("/v1/projects?limit=100").expect(200).body();
        }
    }

    private record Cell(Line line, Who who) {

        boolean spendsTheAsker() {
            return SPENDING.contains(line.route()) && line.answerTo(who).length == 1;
        }

        void check(Answer answer) {
            String[] wanted = line.answerTo(who);
            answer.expect(Integer.parseInt(wanted[0]));
            if (wanted.length > 1 && line.isOfOAuth()) {
                assertThat(answer.text("error")).isEqualTo(wanted[1]);
            } else if (wanted.length > 1) {
                answer.expectProblem(answer.status(), wanted[1]);
            }
            assertThat(answer.header("WWW-Authenticate").startsWith("Bearer")).isEqualTo(answer.status() == 401);
        }

        @Override
        public String toString() {
            return line + " by " + who + ": " + String.join(" ", line.answerTo(who));
        }
    }

    static Stream<Cell> cells() {
        return RouteMatrix.lines().stream()
                .flatMap(line -> Stream.of(Who.values()).map(who -> new Cell(line, who)));
    }

    static Stream<Line> hiding() {
        return RouteMatrix.lines().stream().filter(Line::isHiding);
    }

    @BeforeAll
    static void signIn() {
        routes = routes();
        root = RUNNING.admin("matrix");
        Stream.of(Who.values()).forEach(who -> STANDING.put(who, Account.of(who)));
        kept = STANDING.get(Who.USER).task();
    }

    @Test
    void everyRouteHasItsLine() {
        assertThat(RouteMatrix.lines().stream().map(Line::route)).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyRouteIsDocumented() {
        Set<String> documented = new TreeSet<>(REFERENCE);
        documented.addAll(RUNNING.anonymous().contract().routes());

        assertThat(documented).containsExactlyElementsOf(routes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCallerGetsTheAnswerOfTheLine(Cell cell) {
        Account asker = cell.spendsTheAsker() ? Account.of(cell.who()) : STANDING.get(cell.who());
        Account owner = cell.who() == Who.USER ? asker : STANDING.get(Who.USER);

        cell.check(send(asker, cell.line(), named(cell.line(), asker, owner), owner));
    }

    @ParameterizedTest
    @MethodSource("hiding")
    void whatIsSomeoneElsesIsAnsweredLikeWhatIsNot(Line line) {
        Account owner = STANDING.get(Who.USER);
        Account other = STANDING.get(Who.OTHER);
        String named = named(line, other, owner);
        String before = owner.belongings();

        JsonNode absent = withoutPlace(send(other, line, NOTHING, owner));
        JsonNode hidden = withoutPlace(send(other, line, named, owner));

        assertThat(hidden).isEqualTo(absent);
        assertThat(owner.belongings()).isEqualTo(before);
    }

    /** Someone's own account where they ask for one; else one that was made for it. */
    private static String named(Line line, Account asker, Account owner) {
        return switch (line.named()) {
            case "session" -> owner.session();
            case "task" -> owner.task();
            case "trashed" -> {
                String task = owner.task();
                owner.caller().delete("/v1/tasks/" + task).expect(204);
                yield task;
            }
            case "project" -> owner.project();
            case "execution" -> owner.execution();
            case "document" -> owner.document();
            case "account" -> asker.equals(owner) ? owner.id() : newAccount("active");
            case "inactive" -> newAccount("inactive");
            case "deleted" -> {
                String id = newAccount("active");
                root.delete("/v1/users/" + id).expect(204);
                yield id;
            }
            case "export" -> owner.export();
            case "role" -> newRole();
            case "template" -> {
                String body = "{\"name\": \"%s\", \"title\": \"Mine\"}".formatted(newName());
                yield owner.caller()
                        .post("/v1/task-templates", body)
                        .expect(201)
                        .text("name");
            }
            case "" -> NOTHING;
            default -> throw new IllegalArgumentException(line.named());
        };
    }

    private static String newRole() {
        String body = "{\"name\": \"%s\", \"description\": \"Made\"}".formatted(newName());
        return root.post("/v1/roles", body).expect(201).text("name");
    }

    private static String newAccount(String status) {
        String name = newName();
        String body = """
                {"email": "%s@example.org", "username": "%s", "name": "New", "password_hash": "%s", "status": "%s"}""".formatted(name, name, BCRYPT, status);
        return root.post("/v1/users", body).expect(201).text("id");
    }

    private static String newName() {
        return "matrix" + MADE.incrementAndGet();
    }

    /** A key of a project that none has. */
    private static String newKey() {
        return "M" + MADE.incrementAndGet();
    }

    private static Answer send(Account asker, Line line, String named, Account owner) {
        String[] methodAndPath = line.route()
                .replace("{id}", named)
                .replace("{n}", "1")
                .replace("{name}", named)
                .replace("{other}", kept)
                .replace("{role}", "admin")
                .split(" ");
        String body = filled(line.body(), owner);
        if (line.isOfOAuth()) {
            return asker.caller()
                    .undocumented()
                    .send(
                            methodAndPath[0],
                            methodAndPath[1],
                            body,
                            "Content-Type",
                            "application/x-www-form-urlencoded");
        }
        Caller caller = REFERENCE.contains(line.route()) ? asker.caller().undocumented() : asker.caller();
        return caller.send(methodAndPath[0], methodAndPath[1], body);
    }

    private static @Nullable String filled(@Nullable String body, Account owner) {
        return body == null
                ? null
                : body.replace("{new}", newName())
                        .replace("{key}", newKey())
                        .replace("{user}", owner.username())
                        .replace("{token}", String.valueOf(owner.caller().token()))
                        .replace("{password}", Person.PASSWORD);
    }

    private static JsonNode withoutPlace(Answer problem) {
        return ((ObjectNode) problem.json()).remove(List.of("instance", "request_id"));
    }

    /** As the router knows them where the mailbox is shown too; HEAD goes wherever GET does. */
    private static Set<String> routes() {
        Map<String, String> variables = new HashMap<>(RUNNING.variables());
        variables.remove("DATABASE_URL");
        var settings = Settings.read(new Environment(variables));
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
