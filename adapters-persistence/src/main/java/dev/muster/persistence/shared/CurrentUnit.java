package dev.muster.persistence.shared;

import dev.muster.domain.shared.Actor;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    private final ScopedValue<Unit> current = ScopedValue.newInstance();
    private final DataSource pool;

    CurrentUnit(DataSource dataSource) {
        // What is injected asks the framework for the connection of its own transaction; ours are not its.
        this.pool = DelegatingDataSource.unwrapDataSource(dataSource);
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
                while (selected || statement.getUpdateCount() >= 0) {
                    returned = selected ? rows(statement, reading) : returned;
                    selected = statement.getMoreResults();
                }
                return returned;
            }
        });
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
