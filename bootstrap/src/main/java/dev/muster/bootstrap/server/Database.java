package dev.muster.bootstrap.server;

import dev.muster.bootstrap.database.DatabaseUrl;
import dev.muster.bootstrap.database.EmbeddedDatabase;
import dev.muster.bootstrap.database.EmbeddedPostgres;
import dev.muster.bootstrap.database.Login;
import dev.muster.bootstrap.settings.Setting;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.persistence.operations.MigrationFailure;
import dev.muster.persistence.operations.Migrations;
import dev.muster.persistence.operations.SchemaVersions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The database that Muster works on.
 *
 * @param jdbcUrl without credentials
 * @param owner changes the schema
 * @param application does everything else
 * @param description for the person who started it, without secrets
 */
public record Database(String jdbcUrl, Login owner, Login application, String description) {

    /** The external database if one is set, else the embedded one, started here. */
    static Database open(Settings settings, EmbeddedPostgres embedded) {
        return choose(settings, embedded::start);
    }

    /** As {@link #open}, but an embedded one that another Muster is using is used together with it. */
    static Database reach(Settings settings, EmbeddedPostgres embedded) {
        return choose(settings, embedded::startOrJoin);
    }

    private static Database choose(Settings settings, Supplier<EmbeddedDatabase> embedded) {
        Optional<DatabaseUrl> external =
                settings.databaseUrl().map(url -> DatabaseUrl.parse(Setting.DATABASE_URL.name(), url));
        return external.map(Database::of).orElseGet(() -> of(embedded.get(), settings));
    }

    /**
     * Brings the schema up to date.
     *
     * @return the versions before and after
     * @throws StartupFailure if that can't be done, or the application may not work on it
     */
    public Migrations.Outcome migrate() {
        try {
            var migrations = new Migrations(jdbcUrl, owner.user(), owner.password());
            Migrations.Outcome outcome = migrations.run();
            if (application.equals(owner)) {
                migrations.requireApplicationRole();
            }
            return outcome;
        } catch (MigrationFailure failure) {
            throw new StartupFailure(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** The versions of its schema. */
    public SchemaVersions versions() {
        return new SchemaVersions(jdbcUrl, owner.user(), owner.password());
    }

    private static Database of(DatabaseUrl url) {
        return new Database(
                url.jdbcUrl(), url.login(), url.login(), url.jdbcUrl().replaceFirst("\\?.*", ""));
    }

    private static Database of(EmbeddedDatabase embedded, Settings settings) {
        String description = "embedded PostgreSQL, data in " + settings.dataFolder();
        return new Database(embedded.jdbcUrl(), embedded.owner(), embedded.application(), description);
    }
}
