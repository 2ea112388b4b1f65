package dev.muster.bootstrap.server;

import dev.muster.bootstrap.database.EmbeddedPostgresFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** One data folder with an embedded PostgreSQL for all tests of this JVM, one after another: setting one up takes seconds. */
final class SharedData {

    private static final EmbeddedPostgresFolders FOLDERS = EmbeddedPostgresFolders.make();
    private static final Path FOLDER = make();

    private SharedData() {}

    static Path folder() {
        return FOLDER;
    }

    /** The settings of a server on it, without limits on requests. */
    static Map<String, String> variables() {
        return Map.of("MUSTER_DATA", FOLDER.toString(), "MUSTER_PORT", "0", "MUSTER_RATE_LIMIT", "off");
    }

    private static Path make() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(SharedData::delete));
            return FOLDERS.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete() {
        try {
            FOLDERS.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
