package dev.muster.persistence.shared;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.operations.Migrations;
import dev.muster.testkit.database.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The adapters over a database of their own, wired as the product wires them. */
public record Stores(TestDatabase database, ApplicationContext context) implements AutoCloseable {

    private static final class Shared {
        private static final Stores STORES = start(24, Duration.ofSeconds(30));
    }

    /** For tests that mind no other's rows; started once. */
    public static Stores shared() {
        return Shared.STORES;
    }

    /** With a pool of a size. */
    public static Stores start(int size, Duration timeout) {
        TestDatabase database = TestDatabase.create();
        new Migrations(database.jdbcUrl(), database.user(), database.password()).run();
        return new Stores(database, context(database, database.jdbcUrl(), size, timeout));
    }

    /** The adapters over another way to a migrated database. */
    public static ApplicationContext context(TestDatabase database, String url, int size, Duration timeout) {
        var settings =
                new PoolSettings(url, database.user(), database.password(), size, 0, timeout, Duration.ofSeconds(20));
        Map<String, Object> properties = new HashMap<>(settings.properties());
        properties.put("datasources.default.minimum-idle", 1);
        return ApplicationContext.run(properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public UnitOfWork unitOfWork() {
        return bean(UnitOfWork.class);
    }

    public Users users() {
        return bean(Users.class);
    }

    /**
     * The plan that the server keeps for a statement whatever its parameters, as the application would run it; without what
     * stands before it in the same round trip.
     */
    public List<String> plan(Sql sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : sql.text().substring(sql.text().lastIndexOf(';') + 1).toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameters : String.valueOf(c));
        }
        String nothing = "null" + ", null".repeat(parameters - 1);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app; set plan_cache_mode = force_generic_plan");
            statement.execute("prepare planned as " + numbered);
            ResultSet rows = statement.executeQuery("explain execute planned(" + nothing + ")");
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    public HikariDataSource pool() {
        return (HikariDataSource) DelegatingDataSource.unwrapDataSource(bean(DataSource.class));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
