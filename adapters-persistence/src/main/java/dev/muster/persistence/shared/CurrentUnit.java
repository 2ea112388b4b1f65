package dev.muster.persistence.shared;

import dev.muster.domain.shared.Actor;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unit of work that the calling thread is in, and the only way of a store to the database. Every method throws
 * {@link IllegalStateException} outside a unit, and failures of the domain for what the database refuses.
 */
@Singleton
public final class CurrentUnit {

    private static final Logger STATEMENTS = LoggerFactory.getLogger(PoolSettings.STATEMENT_LOGGER);

    private static final int FETCHED = 500;

    private final ScopedValue<Unit> current = ScopedValue.newInstance();
    private final DataSource pool;

    CurrentUnit(DataSource dataSource) {
        // What is injected asks the framework for the connection of its own transaction; ours are not its.
        this.pool = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** What is done with one row. */
    @FunctionalInterface
    private interface Row {
        void pass(Columns columns) throws SQLException;
    }

    /** Whether what is written is kept with the unit, so that locks hold until its end. */
    public boolean writesTogether() {
        return require().writesTogether();
    }

    /** Reads through a repository. */
    public <T extends @Nullable Object> T read(Supplier<T> query) {
        return run(connection -> query.get());
    }

    /** Writes through a repository: one writing call. */
    public <T extends @Nullable Object> T write(Supplier<T> change) {
        require().beginWriting();
        return run(connection -> change.get());
    }

    /** Writes through a repository, without a result: one writing call. */
    public void write(Runnable change) {
        this.<@Nullable Void>write(() -> {
            change.run();
            return null;
        });
    }

    /** Reads rows, all of them at once. */
    public <T> List<T> query(Sql sql, Parameters.Binding binding, Columns.Reading<T> reading) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                execute(statement, sql, binding);
                if (sql.preceded()) {
                    statement.getMoreResults(); // past what stands before
                }
                return rows(statement, reading);
            }
        });
    }

    /**
     * Changes rows: one writing call.
     *
     * @return how many rows were changed; of several statements, by the first that changes any
     */
    public int update(Sql sql, Parameters.Binding binding) {
        require().beginWriting();
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                boolean selected = execute(statement, sql, binding);
                while (selected) {
                    selected = statement.getMoreResults();
                }
                return statement.getUpdateCount();
            }
        });
    }

    /**
     * Changes rows, and reads what is returned of them: one writing call.
     *
     * @return of several statements, the rows of the last that returns any
     */
    public <T> List<T> updateReturning(Sql sql, Parameters.Binding binding, Columns.Reading<T> reading) {
        require().beginWriting();
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                List<T> returned = List.of();
                boolean selected = execute(statement, sql, binding);
                if (sql.preceded()) {
                    selected = statement.getMoreResults(); // past what stands before
                }
                while (selected || statement.getUpdateCount() >= 0) {
                    returned = selected ? rows(statement, reading) : returned;
                    selected = statement.getMoreResults();
                }
                return returned;
            }
        });
    }

    /**
     * Runs one statement for each binding, on tables that row-level security may guard; all of them are one writing call,
     * of two round trips however many they are. Of units that write together alone.
     *
     * @return how many rows each changed
     */
    public int[] batch(String statement, List<Parameters.Binding> bindings) {
        requireTransaction();
        require().beginWriting();
        return run(connection -> {
            sayWhoActs(connection);
            STATEMENTS.debug("Executing {} times: {}", bindings.size(), statement);
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (Parameters.Binding binding : bindings) {
                    binding.bind(new Parameters(prepared));
                    prepared.addBatch();
                }
                return prepared.executeBatch();
            }
        });
    }

    /**
     * Reads any number of rows as they are at one moment, {@value #FETCHED} of them in memory at a time, of tables that
     * row-level security may guard. In a unit that writes they are read as it sees them.
     *
     * @param consumer may not come back to the database
     */
    public <T> void stream(
            String statement, Parameters.Binding binding, Columns.Reading<T> reading, Consumer<? super T> consumer) {
        this.<@Nullable Void>run(connection -> {
            boolean alone = connection.getAutoCommit();
            connection.setAutoCommit(false); // the server keeps a cursor only inside a transaction
            try {
                sayWhoActs(connection);
                pass(connection, statement, binding, columns -> consumer.accept(reading.read(columns)));
            } finally {
                if (alone) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
            return null;
        });
    }

    private static void pass(Connection connection, String statement, Parameters.Binding binding, Row row)
            throws SQLException {
        STATEMENTS.debug("Streaming: {}", statement);
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setFetchSize(FETCHED);
            binding.bind(new Parameters(prepared));
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    row.pass(new Columns(rows));
                }
            }
        }
    }

    private void sayWhoActs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.WHO_ACTS)) {
            UUID actor = require().actor().userId();
            statement.setString(1, actor == null ? "" : actor.toString());
            statement.execute();
        }
    }

    private void requireTransaction() {
        if (!require().writesTogether()) {
            throw new IllegalStateException("what belongs together is written by a unit that writes together");
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Columns.Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
            found.add(reading.read(new Columns(rows)));
        }
        return found;
    }

    private boolean execute(PreparedStatement statement, Sql sql, Parameters.Binding binding) throws SQLException {
        STATEMENTS.debug("Executing: {}", sql.text());
        Parameters parameters = new Parameters(statement);
        if (sql.owned()) {
            UUID actor = require().actor().userId();
            parameters.text(actor == null ? "" : actor.toString());
        }
        binding.bind(parameters);
        return statement.execute();
    }

    private <T extends @Nullable Object> T run(Unit.Statement<T> statement) {
        Unit unit = require();
        try {
            return unit.run(statement);
        } catch (SQLException | RuntimeException failure) {
            unit.doom();
            throw SqlFailures.translate(failure);
        }
    }

    Unit require() {
        if (!current.isBound()) {
            throw new IllegalStateException("stores work inside a unit of work only");
        }
        return current.get();
    }

    boolean isPresent() {
        return current.isBound();
    }

    /** Runs work in a new unit, which is kept when the work returns and undone when it throws. */
    <T extends @Nullable Object> T call(Unit.Kind kind, Actor actor, Supplier<T> work) {
        try (Unit unit = new Unit(kind, actor, pool)) {
            T result = ScopedValue.where(current, unit).call(work::get);
            unit.commit();
            return result;
        } catch (SQLException failure) {
            throw SqlFailures.translate(failure);
        }
    }
}
