package dev.muster.bootstrap.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    Path folder;

    private Path home;
    private Path launcher;
    private Path source;

    private record Outcome(int status, String output) {}

    @BeforeEach
    void checkOut() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("a checkout"));
        launcher = Files.copy(Path.of("..", "muster"), home.resolve("muster"));
        source =
                Files.createDirectories(home.resolve("bootstrap/src/main/java")).resolve("Main.java");
        for (Path file : List.of(source, home.resolve("pom.xml"), home.resolve("bootstrap/pom.xml"))) {
            Files.setLastModifiedTime(
                    Files.createFile(file), FileTime.from(Instant.now().minusSeconds(60)));
        }
        writeStandInJar(folder.resolve("stand-in.jar"));
        script(
                "mvn",
                "echo built >>'%s'; sleep 0.5; mkdir -p bootstrap/target/lib; cp '%s' bootstrap/target/muster.jar"
                        .formatted(buildLog(), folder.resolve("stand-in.jar")));
    }

    @Test
    void buildsOnceAndPassesArgumentsAndStatusOn() throws Exception {
        Outcome first = finish(start(launcher, "two words", "", "*"));
        Outcome second = finish(start(launcher, "exit"));

        assertThat(first.output())
                .contains(
                        "Building Muster for the first time",
                        "arguments [two words, , *]",
                        "data " + home.resolve(".muster"));
        assertThat(first.status()).isZero();
        assertThat(second.output()).startsWith("arguments [exit]");
        assertThat(second.status()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void findsItsFolderThroughSymbolicLinks() throws Exception {
        Path nearby = Files.createSymbolicLink(folder.resolve("nearby"), Path.of("a checkout", "muster"));
        Path far = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("far"), nearby);

        assertThat(finish(start(far)).output()).contains("data " + home.resolve(".muster"));
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws Exception {
        finish(start(launcher));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));

        assertThat(finish(start(launcher)).output()).contains("Building Muster: its sources have changed.");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsOnceForTwoThatStartTogether() throws Exception {
        Process one = start(launcher, "one");
        Process two = start(launcher, "two");

        assertThat(finish(one).output()).contains("arguments [one]");
        assertThat(finish(two).output()).contains("arguments [two]");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesOverTheLockOfALauncherThatDied() throws Exception {
        Files.createSymbolicLink(
                Files.createDirectory(home.resolve("target")).resolve("muster.building"), Path.of("4194305"));

        assertThat(finish(start(launcher)).output()).contains("arguments []");
        assertThat(home.resolve("target")).isEmptyDirectory();
    }

    @Test
    void failsInOneSentenceWhereTheBuildFails() throws Exception {
        script("mvn", "echo 'no such symbol'; exit 1");

        Outcome outcome = finish(start(launcher));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).endsWith("no such symbol\nMuster could not be built; the reason stands above.\n");
    }

    @Test
    void trainsACacheOnceAndServesWithIt() throws Exception {
        finish(start(launcher, "version"));
        Outcome first = finish(start(Map.of("MUSTER_AOT", "on"), launcher, "serve"));
        Outcome second = finish(start(Map.of("MUSTER_AOT", "on"), launcher, "serve"));

        assertThat(first.output()).startsWith("Preparing faster starts").contains("arguments [serve]", "cache true");
        assertThat(second.output())
                .startsWith("arguments [serve]")
                .contains("cache true")
                .doesNotContain("warning");
    }

    @Test
    void servesWithoutACacheThatDoesNotFit() throws Exception {
        finish(start(launcher, "version"));
        Files.writeString(home.resolve("bootstrap/target/muster.aot"), "no cache");

        assertThat(finish(start(launcher, "serve")).output()).startsWith("arguments [serve]");
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        return start(Map.of("MUSTER_AOT", "off"), launcher, arguments);
    }

    private Process start(Map<String, String> variables, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MUSTER_"));
        builder.environment().put("JAVA_HOME", JDK);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static Outcome finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private long builds() throws IOException {
        return Files.readAllLines(buildLog()).size();
    }

    private Path buildLog() {
        return folder.resolve("builds.log");
    }

    private void script(String name, String body) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private static void writeStandInJar(Path jar) throws IOException {
        String entry = StandIn.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream files = new JarOutputStream(out, manifest);
                InputStream content = StandIn.class.getClassLoader().getResourceAsStream(entry)) {
            files.putNextEntry(new ZipEntry(entry));
            Objects.requireNonNull(content).transferTo(files);
        }
    }
}
