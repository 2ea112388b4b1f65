package dev.muster.bootstrap.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.server.Database;
import dev.muster.bootstrap.server.ReachedDatabase;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command on the database: reaches it, does its work without an HTTP server, and answers a person or a machine. */
abstract class DatabaseCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--json", description = "Answers in JSON, for machines.")
    private boolean json;

    /**
     * What was done or found.
     *
     * @param lines for a person
     * @param json the same for a machine: a map of texts, numbers, lists and maps, its names in snake_case
     */
    record Report(List<String> lines, Object json) {}

    /** Does the work; whatever keeps it from being done is thrown with one sentence. */
    abstract Report work(Database database);

    /** @throws dev.muster.bootstrap.settings.StartupFailure naming one that can't be used */
    static Settings settings() {
        return Settings.read(Environment.ofProcess());
    }

    @Override
    public final Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Report report;
        try (var reached = ReachedDatabase.reach(settings(), err::println)) {
            report = work(reached.database());
        }
        if (json) {
            out.println(JSON.writeValueAsString(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
