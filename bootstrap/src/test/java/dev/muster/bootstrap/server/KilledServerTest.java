package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Answer;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.Person;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged stays, whatever becomes of the server; its PostgreSQL is never doubled and never left behind. */
@SecondLane
final class KilledServerTest {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 150;

    @TempDir
    Path folder;

    @Test
    @Timeout(90)
    void keepsEveryAcknowledgedTaskThroughAKill() throws InterruptedException, ExecutionException {
        Path data = SharedData.folder();
        // Access tokens are to outlive the restart, so their issuer must not depend on the port that is found.
        Map<String, String> variables = new HashMap<>(SharedData.variables());
        variables.put("MUSTER_BASE_URL", "http://localhost:8080");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Caller before;

        try (ServerProcess killed = ServerProcess.start(folder, variables);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            before = Person.join(Caller.at(killed.awaitAddress())).signedIn();
            Caller owner = before;
            List<Future<Integer>> writing = IntStream.range(0, WRITERS)
                    .mapToObj(i -> writers.submit(() -> writeUntilCut(owner, acknowledged)))
                    .toList();
            while (acknowledged.size() < ENOUGH && writing.stream().noneMatch(Future::isDone)) {
                ServerProcess.pause();
            }
            killed.kill();
            for (Future<Integer> writer : writing) {
                assertThat(writer.get()).as("written by one").isPositive();
            }
        }
        assertThat(postmasters(data)).as("left by the killed server").hasSize(1);

        try (ServerProcess again = ServerProcess.start(folder, variables)) {
            Caller owner = Caller.at(again.awaitAddress()).withToken(before.token());
            Set<String> stored = stored(owner);
            assertThat(stored).containsAll(acknowledged).hasSizeLessThanOrEqualTo(acknowledged.size() + WRITERS);
            assertThat(postmasters(data)).hasSize(1);
            owner.post("/v1/tasks", "{\"title\": \"goes on\"}").expect(201);
            assertThat(again.err()).contains("that an earlier Muster left running");

            again.terminate();
            assertThat(again.awaitExit()).isZero();
            assertThat(again.out().lines()).hasSize(5);
        }
        assertThat(postmasters(data)).as("after an ordered stop").isEmpty();
        assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }

    /** How many were acknowledged to this writer, whose last request has no answer. */
    private static int writeUntilCut(Caller owner, Set<String> acknowledged) {
        for (int written = 0; ; written++) {
            try {
                Answer made =
                        owner.post("/v1/tasks", "{\"title\": \"one of many\"}").expect(201);
                acknowledged.add(made.text("id"));
            } catch (UncheckedIOException cut) {
                return written;
            }
        }
    }

    private static Set<String> stored(Caller owner) {
        Set<String> stored = new HashSet<>();
        String path = "/v1/tasks?limit=100";
        while (!path.isEmpty()) {
            JsonNode page = owner.get(path).expect(200).json();
            stored.addAll(page.required("data").findValuesAsText("id"));
            path = page.required("has_more").asBoolean()
                    ? "/v1/tasks?limit=100&cursor="
                            + page.required("next_cursor").asText()
                    : "";
        }
        return stored;
    }

    /** The processes that serve a database below the folder; their children don't name it. */
    private static List<ProcessHandle> postmasters(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.contains(data.toString())))
                .toList();
    }
}
