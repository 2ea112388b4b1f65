package dev.muster.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes a client of the OpenAPI document as openapi-generator does for everyone (requirement G2), compiles it, and lets
 * it make the journey of {@code client/Journey.java}.
 */
final class GeneratedClientTest {

    private static final Path GENERATOR = Path.of("target", "openapi-generator", "openapi-generator-cli.jar");
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path folder;

    @Test
    void compilesAndMakesAJourney() throws IOException, InterruptedException {
        MusterRunning muster = MusterRunning.ofThisJvm();
        Person person = Person.join(muster.anonymous());

        generate(muster.anonymous()
                .undocumented()
                .get("/openapi.yaml")
                .expect(200)
                .body());
        compile();
        String said = run(
                program("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("classes") + File.pathSeparator + CLASS_PATH,
                "Journey",
                muster.anonymous().address().toString(),
                person.name(),
                Person.PASSWORD);

        assertThat(said.lines().toList()).last().isEqualTo("arrived");
    }

    private void generate(String document) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), document);
        run(
                program("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "--generator-name=java",
                "--library=native",
                "--input-spec=" + file,
                "--output=" + folder.resolve("client"),
                "--additional-properties=useJakartaEe=true,openApiNullable=false,"
                        + "invokerPackage=client,apiPackage=client.api,modelPackage=client.model");
    }

    private void compile() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program("javac"),
                "-J-XX:TieredStopAtLevel=1",
                "-proc:none",
                "-cp",
                CLASS_PATH,
                "-d",
                folder.resolve("classes").toString()));
        try (InputStream journey = GeneratedClientTest.class.getResourceAsStream("/client/Journey.java")) {
            assertThat(journey).isNotNull();
            Files.copy(journey, folder.resolve("client/src/main/java/Journey.java"));
        }
        try (Stream<Path> sources = Files.walk(folder.resolve("client/src/main"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        run(command.toArray(String[]::new));
    }

    /** What the program said; it has to end well. */
    private String run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(Files.readString(said)).isTrue();
        return Files.readString(said);
    }

    private static String program(String name) {
        return Path.of(JAVA_HOME, "bin", name).toString();
    }
}
