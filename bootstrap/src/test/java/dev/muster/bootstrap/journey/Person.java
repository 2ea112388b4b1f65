package dev.muster.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Someone with an account.
 *
 * @param name the user name; the address is made of it
 */
public record Person(Caller anonymous, String name) {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** Opens an account. */
    public static Person join(Caller anonymous) {
        var person = new Person(anonymous, "person" + PEOPLE.incrementAndGet());
        person.register(person.name(), PASSWORD).expect(202);
        return person;
    }

    public String email() {
        return name + "@example.org";
    }

    Answer register(String username, String password) {
        return anonymous.post("/v1/auth/register", """
                {"email": "%s", "username": "%s", "name": "Some One", "password": "%s"}""".formatted(email(), username, password));
    }

    Answer logIn(String identifier, String password) {
        return anonymous.post("/v1/auth/login", """
                {"identifier": "%s", "password": "%s", "device_name": "a test"}""".formatted(identifier, password));
    }

    /** The tokens of a new session. */
    public JsonNode tokens() {
        return logIn(name, PASSWORD).expect(200).json();
    }

    /** This person with an access token. */
    public Caller signedIn() {
        return anonymous.withToken(tokens().required("access_token").asText());
    }
}
