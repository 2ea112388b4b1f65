package dev.muster.bootstrap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One data folder with an embedded PostgreSQL for all tests of this JVM, one after another: setting one up takes seconds. */
final class SharedData {

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
            Path folder = Files.createTempDirectory("muster-data").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
