package dev.muster.bootstrap.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.server.Version;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "Says which version this is.")
final class VersionCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Answers in JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        String version = Version.ofThisBuild();
        spec.commandLine()
                .getOut()
                .println(json ? JSON.writeValueAsString(Map.of("version", version)) : "muster " + version);
        return CommandLine.ExitCode.OK;
    }
}
