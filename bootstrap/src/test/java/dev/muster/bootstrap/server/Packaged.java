package dev.muster.bootstrap.server;

import dev.muster.bootstrap.Main;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.testkit.database.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Muster as it is shipped, of jars alone, with the cache for a fast start that a first server leaves (JEP 514); without it
 * most of the time of a process is spent on starting Java.
 */
final class Packaged {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CACHE = TARGET.resolve("tested.aot");

    private static final Packaged TRAINED = new Packaged().trained();

    private final String classPath;

    private Packaged() {
        List<String> jars = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(element);
            if (Files.isRegularFile(path)) {
                jars.add(element);
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                jars.add(jar(path, TARGET.resolve("tested-" + jars.size() + ".jar")));
            }
        }
        classPath = String.join(File.pathSeparator, jars);
    }

    static List<String> command(String... arguments) {
        return TRAINED.command(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off"), arguments);
    }

    private List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Packaged trained() {
        try (TestDatabase database = TestDatabase.create()) {
            Path folder = Files.createTempDirectory("trained");
            Map<String, String> variables = Map.of(
                    "MUSTER_DATA", folder.toString(), "MUSTER_PORT", "0", "DATABASE_URL", MusterRunning.url(database));
            List<String> command = command(List.of("-XX:AOTCacheOutput=" + CACHE), "serve");
            try (ServerProcess trainee = ServerProcess.run(command, new byte[0], folder, variables)) {
                trainee.awaitAddress();
                trainee.terminate();
                trainee.awaitExit();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    private static String jar(Path classes, Path jar) {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean folder = Files.isDirectory(file); // Who looks for what a folder holds asks for its own entry.
                entries.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(file, entries);
                }
                entries.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return jar.toString();
    }
}
