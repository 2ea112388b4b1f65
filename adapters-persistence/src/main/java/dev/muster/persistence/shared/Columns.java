package dev.muster.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of one row, read in the order in which the statement names them. */
public final class Columns {

    private final ResultSet row;
    private int last;

    Columns(ResultSet row) {
        this.row = row;
    }

    public UUID uuid() throws SQLException {
        return required(uuidOrNull());
    }

    public @Nullable UUID uuidOrNull() throws SQLException {
        return row.getObject(++last, UUID.class);
    }

    public String text() throws SQLException {
        return required(textOrNull());
    }

    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++last);
    }

    public List<String> texts() throws SQLException {
        return List.of((String[]) row.getArray(++last).getArray());
    }

    /** Ids that the statement joins with commas, which saves the driver from asking for the type of a list. */
    public List<UUID> joinedUuids() throws SQLException {
        return required(joinedUuidsOrNull());
    }

    public @Nullable List<UUID> joinedUuidsOrNull() throws SQLException {
        String joined = textOrNull();
        if (joined == null || joined.isEmpty()) {
            return joined == null ? null : List.of();
        }
        return Arrays.stream(joined.split(",", -1)).map(UUID::fromString).toList();
    }

    public float real() throws SQLException {
        return row.getFloat(++last);
    }

    public byte[] bytes() throws SQLException {
        return required(row.getBytes(++last));
    }

    public @Nullable Integer integerOrNull() throws SQLException {
        int value = row.getInt(++last);
        return row.wasNull() ? null : value;
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++last);
    }

    public int integer() throws SQLException {
        return row.getInt(++last);
    }

    public long number() throws SQLException {
        return row.getLong(++last);
    }

    public Instant time() throws SQLException {
        return required(timeOrNull());
    }

    public @Nullable Instant timeOrNull() throws SQLException {
        OffsetDateTime time = row.getObject(++last, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + last + " is null, which its table does not allow");
        }
        return value;
    }

    /** How a row is read. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Columns columns) throws SQLException;
    }
}
