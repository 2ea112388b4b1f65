package dev.muster.bootstrap.journey;

import dev.muster.application.user.CreateAdmin;
import dev.muster.bootstrap.database.Login;
import dev.muster.bootstrap.server.Database;
import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.Username;
import dev.muster.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Muster of this JVM's journeys: whole, behind a socket, on a database of its own. */
public record MusterRunning(TestDatabase database, Map<String, String> variables, Caller anonymous) {

    public static final String BASE_URL = "https://muster.example.org";

    private static @Nullable MusterRunning ofThisJvm;

    /** Started by the first who asks; stops with the JVM. */
    public static synchronized MusterRunning ofThisJvm() {
        MusterRunning running = ofThisJvm;
        if (running == null) {
            running = start();
            ofThisJvm = running;
        }
        return running;
    }

    /** One more, on a database that no other journey has; stops with the JVM. */
    @SuppressWarnings("resource") // stopped by the hook
    public static MusterRunning start() {
        TestDatabase database = TestDatabase.create();
        Map<String, String> variables = Map.of(
                "MUSTER_RATE_LIMIT",
                "off",
                "MUSTER_PORT",
                "0",
                "MUSTER_DATA",
                temporaryFolder().toString(),
                "MUSTER_SECRET_KEY",
                "bXVzdGVyIG11c3RlciBtdXN0ZXIgbXVzdGVyIG11c3Q=",
                "MUSTER_BASE_URL",
                BASE_URL,
                "DATABASE_URL",
                url(database));
        var server = new Server(Settings.read(new Environment(variables)), System.out::println);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new MusterRunning(database, variables, Caller.at(server.address()));
    }

    /** Someone new with the role admin, made as the command makes them, signed in. */
    public Caller admin(String name) {
        var login = new Login(database.user(), database.password());
        var settings = Settings.read(new Environment(variables));
        try (UseCases useCases = UseCases.over(settings, new Database(database.jdbcUrl(), login, login, ""))) {
            useCases.require(CreateAdmin.class)
                    .create(new EmailAddress(name + "@example.org"), new Username(name), new Password(Person.PASSWORD));
        }
        return new Person(anonymous, name).signedIn();
    }

    /** With login and password, as DATABASE_URL takes it. */
    public static String url(TestDatabase database) {
        String jdbc = database.jdbcUrl();
        return jdbc + (jdbc.contains("?") ? "&" : "?") + "user=" + database.user() + "&password=" + database.password();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("muster-journeys");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
