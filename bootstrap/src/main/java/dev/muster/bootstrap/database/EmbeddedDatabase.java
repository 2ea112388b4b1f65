package dev.muster.bootstrap.database;

/**
 * A running embedded database.
 *
 * @param jdbcUrl without credentials
 * @param owner owns the database and may change its schema: for migrations
 * @param application may only do what migrations granted to it: for everything else
 */
public record EmbeddedDatabase(String jdbcUrl, Login owner, Login application) {}
