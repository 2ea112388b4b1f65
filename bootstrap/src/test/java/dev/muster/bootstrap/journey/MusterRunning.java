package dev.muster.bootstrap.journey;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
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

    @SuppressWarnings("resource") // stopped by the hook
    private static MusterRunning start() {
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
