package dev.muster.web.testing;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.web.shared.WebServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The server on a port of its own, over stores in memory, with a client. */
public final class RunningMuster implements AutoCloseable {

    public static final String PASSWORD = "a long enough password";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    public final InMemoryMuster memory = new InMemoryMuster();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private RunningMuster(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(WebServer.PROPERTIES);
        properties.put("micronaut.server.host", "127.0.0.1");
        properties.put("micronaut.server.port", -1);
        properties.put(WebServer.MAILBOX, true);
        properties.put(WebServer.EVEN_STEP, "0s");
        properties.putAll(settings);
        context = ApplicationContext.builder()
                .properties(properties)
                .singletons(memory)
                .start();
        server = context.getBean(EmbeddedServer.class);
        server.start();
    }

    public static RunningMuster start() {
        return new RunningMuster(Map.of());
    }

    public static RunningMuster start(Map<String, Object> settings) {
        return new RunningMuster(settings);
    }

    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        client.close();
        server.stop();
        context.close();
    }

    /** A request to a path, to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .timeout(PATIENCE);
    }

    /** A request of someone with an access token, to be completed. */
    public HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A request with a JSON body, or without one where it is null. */
    public Answer send(String method, String path, String token, String json) {
        HttpRequest.Builder request = (token == null ? request(path) : request(path, token))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    public Answer get(String path, String token) {
        return send("GET", path, token, null);
    }

    public Answer post(String path, String token, String json) {
        return send("POST", path, token, json);
    }

    /** A connection that sends and reads nothing by itself. */
    public RawConnection connect() {
        return new RawConnection(server.getPort());
    }

    /** Sends text as it is, and reads until the server closes the connection, which the text has to ask for. */
    public String raw(String text) {
        return raw(text, false);
    }

    /** As {@link #raw}, of a request of which only the head is given, without host and end. */
    public String rawHead(String head) {
        return raw(head + "Host: localhost\r\nConnection: close\r\n\r\n");
    }

    /** As {@link #raw}, but says that nothing more will come. */
    public String rawToEnd(String text) {
        return raw(text, true);
    }

    /** Sends text, and cuts the connection as soon as a permit is there. */
    public void cut(String text, Semaphore when) throws InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            when.acquire();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String raw(String text, boolean end) {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (end) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Someone new, signed in. */
    public Person signUp() {
        String name = "person" + PEOPLE.incrementAndGet();
        String email = name + "@example.org";
        post("/v1/auth/register", null, """
                {"email": "%s", "username": "%s", "name": "Some One", "password": "%s"}""".formatted(email, name, PASSWORD)).expect(202);
        return signIn(name);
    }

    /** Someone new who may do everything, signed in. */
    public Person admin() {
        return withRole(signUp(), Role.ADMIN);
    }

    /** Someone new who may do this beyond their own belongings, signed in. */
    public Person having(Permission... permissions) {
        Role role = new Role("role" + PEOPLE.incrementAndGet());
        Instant now = memory.clock.instant();
        memory.unitOfWork.write(Actor.SYSTEM, () -> {
            memory.roles.insert(new RoleDefinition(role, "For a test", Set.of(permissions), now, now, 1));
            return role;
        });
        return withRole(signUp(), role);
    }

    private Person withRole(Person person, Role role) {
        memory.unitOfWork.writeOne(
                Actor.SYSTEM, () -> memory.roles.grant(new UserId(UUID.fromString(person.id())), role));
        return person;
    }

    /** Someone known, on one more device. */
    public Person signIn(String name) {
        Answer answer =
                post("/v1/auth/login", null, """
                {"identifier": "%s", "password": "%s"}""".formatted(name, PASSWORD)).expect(200);
        return new Person(
                name,
                answer.text("access_token"),
                answer.text("refresh_token"),
                answer.text("session_id"),
                answer.json().path("user").path("id").asText());
    }

    /** A new task of someone's, with this title. */
    public String task(Person owner, String title) {
        return post("/v1/tasks", owner.token(), """
                {"title": "%s"}""".formatted(title))
                .expect(201)
                .text("id");
    }

    /** A new project of someone's, with this key. */
    public String project(Person owner, String key) {
        return post("/v1/projects", owner.token(), """
                {"key": "%s", "name": "Garden"}""".formatted(key))
                .expect(201)
                .text("id");
    }

    /** A new document in a project of someone's. */
    public String document(Person owner, String project) {
        return post("/v1/projects/" + project + "/documents", owner.token(), """
                {"title": "Plan", "content": "Every morning."}""")
                .expect(201)
                .text("id");
    }

    /** Someone with an account who is signed in. */
    public record Person(String name, String token, String refreshToken, String session, String id) {}
}
