package dev.muster.bootstrap.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.StartupFailure;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the database task of a story (requirement C5), by a server that runs. */
@Command(
        name = "database-developer",
        aliases = "dbd",
        description = "Makes the database task of a story, on a server that runs. The access token is MUSTER_TOKEN.")
final class DatabaseDeveloperCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MISSING =
            "Missing required parameter: story id, for example ./muster database-developer KAN-15";
    private static final int MOST_TOKEN_BYTES = 16_384;
    private static final int CREATED = 201;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--json", description = "Answers in JSON, for machines.")
    private boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the server is: MUSTER_BASE_URL or http://localhost:8080 unless it is given.")
    private @Nullable String url;

    @Option(names = "--token-stdin", description = "Reads the access token from the first line of standard input.")
    private boolean tokenFromStdin;

    @Parameters(arity = "0..1", paramLabel = "STORY", description = "The key or the id of the story, such as KAN-15.")
    private @Nullable String story;

    @Override
    public Integer call() throws JsonProcessingException {
        String named = story == null ? "" : story.strip();
        if (named.isEmpty()) {
            throw wrong(MISSING);
        }
        var environment = Environment.ofProcess();
        var client = new ServerClient(address(environment), token(environment));
        String path = "/v1/tasks/" + encoded(named) + "/tasks-from-template";
        ServerClient.Answer answer = client.post(path, Map.of("template", "database"));
        if (answer.status() != CREATED) {
            throw new StartupFailure(DatabaseTask.refusal(named, answer));
        }
        var made = new DatabaseTask(
                answer.body(),
                client.at("/v1/tasks/" + answer.body().path("task").path("id").asText()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(made.json()));
        } else {
            made.lines().forEach(out::println);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private URI address(Environment environment) {
        String given = url != null ? url : environment.find("MUSTER_BASE_URL").orElse("http://localhost:8080");
        try {
            URI address = URI.create(given);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw wrong("Not the address of a server: " + given);
        }
        throw wrong("Not the address of a server: " + given);
    }

    private String token(Environment environment) {
        if (tokenFromStdin) {
            return SecretInput.firstLine(System.in, "access token", MOST_TOKEN_BYTES);
        }
        return environment
                .find("MUSTER_TOKEN")
                .orElseThrow(() -> wrong("Missing access token: set MUSTER_TOKEN, or give --token-stdin"));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static String encoded(String named) {
        return URLEncoder.encode(named, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
