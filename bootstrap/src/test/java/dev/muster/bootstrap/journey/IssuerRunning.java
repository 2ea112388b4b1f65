package dev.muster.bootstrap.journey;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.testkit.database.TestDatabase;
import java.util.HashMap;
import java.util.Map;

/** A Muster on a database of its own that is reached at the address which its tokens name as their issuer. */
record IssuerRunning(Server server, TestDatabase database, Map<String, String> variables) implements AutoCloseable {

    static IssuerRunning start() {
        TestDatabase database = TestDatabase.create();
        Map<String, String> variables = new HashMap<>(MusterRunning.ofThisJvm().variables());
        variables.put("DATABASE_URL", MusterRunning.url(database));
        variables.remove("MUSTER_BASE_URL");
        return new IssuerRunning(started(variables), database, variables);
    }

    /** One more node, with the same issuer. */
    Server startAnother() {
        Map<String, String> others = new HashMap<>(variables);
        others.put("MUSTER_BASE_URL", issuer());
        return started(others);
    }

    private static Server started(Map<String, String> variables) {
        var server = new Server(Settings.read(new Environment(variables)), System.out::println);
        server.start();
        return server;
    }

    String issuer() {
        return "http://localhost:" + server.address().getPort();
    }

    Caller caller() {
        return new Caller(server.address(), null, null);
    }

    @Override
    public void close() {
        server.close();
    }
}
