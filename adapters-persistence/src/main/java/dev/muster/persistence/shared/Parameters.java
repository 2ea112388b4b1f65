package dev.muster.persistence.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a statement its parameters, in the order of its question marks. */
public final class Parameters {

    private final PreparedStatement statement;
    private int last;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public Parameters uuid(@Nullable UUID value) throws SQLException {
        statement.setObject(++last, value, Types.OTHER);
        return this;
    }

    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    public Parameters texts(Collection<String> values) throws SQLException {
        statement.setObject(++last, values.toArray(String[]::new));
        return this;
    }

    public Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }

    public Parameters integer(@Nullable Integer value) throws SQLException {
        statement.setObject(++last, value, Types.INTEGER);
        return this;
    }

    public Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++last, value);
        return this;
    }

    public Parameters number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    public Parameters time(@Nullable Instant value) throws SQLException {
        statement.setObject(
                ++last, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    /** A time, or the one after all others for none. */
    public Parameters timeOrInfinity(@Nullable Instant value) throws SQLException {
        statement.setObject(
                ++last,
                value == null ? OffsetDateTime.MAX : value.atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    public Parameters real(float value) throws SQLException {
        statement.setFloat(++last, value);
        return this;
    }

    /** How a statement gets its parameters. */
    @FunctionalInterface
    public interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }
}
