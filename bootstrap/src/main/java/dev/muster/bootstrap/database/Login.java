package dev.muster.bootstrap.database;

import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL role and its password.
 *
 * @param password null where the server asks for none (trust, peer or certificate authentication)
 */
public record Login(String user, @Nullable String password) {
    /** Without the password: records end up in logs. */
    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
