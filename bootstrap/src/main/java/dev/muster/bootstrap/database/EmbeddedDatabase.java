package dev.muster.bootstrap.database;

/**
 * A running embedded database.
 *
 * @param jdbcUrl without credentials
 * @param owner owns the database and may change its schema: for migrations
 * @param application may only do what migrations granted to it: for everything else
 */
public record EmbeddedDatabase(String jdbcUrl, Login owner, Login application) {

    static EmbeddedDatabase at(int port, RolePasswords passwords) {
        return new EmbeddedDatabase(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + ClusterSetUp.DATABASE,
                new Login(RolePasswords.OWNER_ROLE, passwords.owner()),
                new Login(RolePasswords.APPLICATION_ROLE, passwords.application()));
    }
}
