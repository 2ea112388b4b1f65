package dev.muster.persistence.shared;

import dev.muster.domain.shared.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One unit of work at one attempt. Takes its connection with its first statement, and belongs to one thread. */
final class Unit implements AutoCloseable {

    /** What a unit may do. */
    enum Kind {
        READ,
        WRITE,
        WRITE_ONE
    }

    private final Kind kind;
    private final Actor actor;
    private final DataSource pool;
    private @Nullable Connection connection;
    private boolean written;
    private boolean doomed;

    Unit(Kind kind, Actor actor, DataSource pool) {
        this.kind = kind;
        this.actor = actor;
        this.pool = pool;
    }

    Actor actor() {
        return actor;
    }

    /** The connection that a statement is running on, or null. */
    @Nullable Connection connection() {
        return connection;
    }

    boolean writesTogether() {
        return kind == Kind.WRITE;
    }

    void requireJoinable(Kind inner, Actor innerActor) {
        if (!actor.equals(innerActor)) {
            throw new IllegalStateException("a unit of work can't be joined by another actor");
        }
        if (kind != Kind.WRITE && inner != Kind.READ && inner != kind) {
            throw new IllegalStateException("a unit of work that writes can't join one that does not");
        }
    }

    void beginWriting() {
        if (kind == Kind.READ) {
            throw new IllegalStateException("a unit of work that reads may not write");
        }
        if (kind == Kind.WRITE_ONE && written) {
            throw new IllegalStateException("a unit of work of one write may not write twice");
        }
        written = true;
    }

    /** Runs a statement: in the unit's transaction if it has one, else by itself on a connection for just that long. */
    <T extends @Nullable Object> T run(Statement<T> statement) throws SQLException {
        Connection open = connection;
        if (open != null) {
            return statement.on(open);
        }
        if (kind == Kind.WRITE) {
            return statement.on(begin());
        }
        try (Connection own = pool.getConnection()) {
            connection = own;
            return statement.on(own);
        } finally {
            connection = null;
        }
    }

    /** Notes that a statement failed: the server has given up the transaction, whatever the work makes of it. */
    void doom() {
        doomed = true;
    }

    private Connection begin() throws SQLException {
        Connection own = pool.getConnection();
        connection = own;
        own.setAutoCommit(false);
        return own;
    }

    void commit() throws SQLException {
        if (connection != null) {
            if (doomed) {
                throw new IllegalStateException("a statement failed, so nothing of its unit of work can be kept");
            }
            connection.commit();
            release();
        }
    }

    /** Undoes what was not committed. */
    @Override
    public void close() throws SQLException {
        if (connection != null) {
            try {
                connection.rollback();
            } finally {
                release();
            }
        }
    }

    private void release() throws SQLException {
        Connection own = connection;
        connection = null;
        if (own != null) {
            own.close();
        }
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Statement<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
