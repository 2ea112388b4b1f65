package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of the embedded database: PostgreSQL's data directory (a cluster in its words), its log, and the passwords of its roles. */
record Cluster(Path folder) {
    /** A cluster can only be opened by the major version that made it. */
    static final int MAJOR_VERSION = 18;

    static Cluster in(Path dataFolder) {
        return new Cluster(dataFolder.resolve("database"));
    }

    Path data() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("log");
    }

    /** What the server says before it opens its log. */
    Path startLog() {
        return folder.resolve("start.log");
    }

    /** What the program that ran last has said. */
    Path programLog() {
        return folder.resolve("program.log");
    }

    Path passwords() {
        return folder.resolve("roles.properties");
    }

    /** @throws StartupFailure if another major version of PostgreSQL made the cluster */
    void requireMajorVersion() throws IOException {
        String version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(MAJOR_VERSION))) {
            throw new StartupFailure("The database in " + folder + " was made by PostgreSQL " + version
                    + ", and this Muster brings PostgreSQL " + MAJOR_VERSION
                    + "; start it with the Muster that made it, or move the folder away to begin anew.");
        }
    }

    /** Puts this version's settings in place; those of a person go to {@code postgresql.local.conf} beside the folder, which they include. */
    void configure() throws IOException {
        for (String file : new String[] {"postgresql.conf", "pg_hba.conf"}) {
            try (InputStream settings = Cluster.class.getResourceAsStream(file)) {
                if (settings == null) {
                    throw new FileNotFoundException(file + " is missing from Muster's jar");
                }
                Files.copy(settings, data().resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
