package dev.muster.persistence.shared;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.operations.DefaultDataSourceConnectionOperations;
import io.micronaut.data.connection.support.DefaultConnectionStatus;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Gives the generated repositories the connection of the current unit of work, so that they and hand-written statements
 * share one transaction, and none runs without a unit.
 */
@EachBean(DataSource.class)
@Replaces(DefaultDataSourceConnectionOperations.class)
final class UnitConnections implements ConnectionOperations<Connection> {

    private final CurrentUnit current;

    UnitConnections(CurrentUnit current) {
        this.current = current;
    }

    @Override
    public Optional<ConnectionStatus<Connection>> findConnectionStatus() {
        Connection connection = current.isPresent() ? current.require().connection() : null;
        return Optional.ofNullable(connection)
                .map(open -> new DefaultConnectionStatus<>(open, ConnectionDefinition.DEFAULT, false));
    }

    @Override
    public <R> R execute(ConnectionDefinition definition, Function<ConnectionStatus<Connection>, R> callback) {
        return callback.apply(getConnectionStatus());
    }
}
