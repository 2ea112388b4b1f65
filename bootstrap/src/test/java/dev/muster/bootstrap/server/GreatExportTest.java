package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.Exported;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import dev.muster.testkit.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * An export of 100 000 tasks, whose text alone is greater than the heap of the server, and which survives its death. Beside
 * both lanes: most of its time it waits until the dead server is taken for dead.
 */
@Execution(ExecutionMode.CONCURRENT)
final class GreatExportTest {

    private static final int TASKS = 100_000;
    private static final String HEAP = "-Xmx128m";

    @TempDir
    Path folder;

    @AutoClose
    private final TestDatabase database = TestDatabase.create();

    @Test
    @Timeout(300)
    void isTakenUpAfterAKillAndMadeInASmallHeap() throws SQLException {
        Caller owner;
        String id;
        try (ServerProcess killed = ServerProcess.start(folder, variables())) {
            owner = Person.join(Caller.at(killed.awaitAddress())).signedIn();
            fill(owner.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Great\"}")
                    .expect(201)
                    .text("id"));
            id = Exported.ask(owner, "KAN", "zip");
            while (progress(owner, id) < 1) {
                ServerProcess.pause();
            }
            killed.kill();
        }
        assertThat(filesOfExports()).as("left by the killed server").noneMatch(name -> name.endsWith(".zip"));

        try (ServerProcess again = ServerProcess.start(folder, variables())) {
            Caller same = Caller.at(again.awaitAddress()).withToken(owner.token());
            JsonNode export = Exported.await(same, id);

            assertThat(export.required("file_path").asText()).isEqualTo(id + "-2.zip");
            verify(
                    export,
                    Exported.download(same.undocumented(), "/v1/exports/" + id + "/file")
                            .body());
            assertThat(again.err())
                    .containsOnlyOnce("The export " + id + " is taken up again")
                    .doesNotContain("OutOfMemoryError");
            assertThat(filesOfExports()).containsExactly(id + "-2.zip");
        }
    }

    private static int progress(Caller owner, String id) {
        return Exported.read(owner, id).required("progress").asInt();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(SharedData.variables());
        variables.put("MUSTER_DATA", folder.resolve("data").toString());
        variables.put("MUSTER_BASE_URL", MusterRunning.BASE_URL);
        variables.put("DATABASE_URL", MusterRunning.url(database));
        variables.put("JAVA_TOOL_OPTIONS", HEAP);
        return variables;
    }

    private void fill(String project) throws SQLException {
        // Without what follows a task in other tables, which an export doesn't read.
        database.execute("""
                alter table muster.tasks disable trigger user;
                insert into muster.tasks (id, user_id, project_id, number, title, description)
                select gen_random_uuid(), p.user_id, p.id, n, 'Task ' || n, repeat('a line of text ' || n || ' ', 40)
                from muster.projects p, generate_series(1, %d) n where p.id = '%s';
                alter table muster.tasks enable trigger user;
                """.formatted(TASKS, project));
    }

    private Stream<String> filesOfExports() {
        Path exports = folder.resolve("data/exports");
        if (Files.notExists(exports)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(exports)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void verify(JsonNode export, byte[] archive) {
        Map<String, String> sums = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                sums.put(entry.getName(), bytes.length + " " + Exported.sha256(bytes));
                if (entry.getName().equals("tasks.csv")) {
                    assertThat(new String(bytes, StandardCharsets.UTF_8).lines().count())
                            .isEqualTo(TASKS + 1);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (JsonNode file : export.required("manifest").required("files")) {
            assertThat(sums)
                    .containsEntry(
                            file.required("path").asText(),
                            file.required("bytes").asLong() + " "
                                    + file.required("sha256").asText());
        }
    }
}
