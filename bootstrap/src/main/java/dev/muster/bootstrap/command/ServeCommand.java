package dev.muster.bootstrap.command;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Setting;
import dev.muster.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the API until the process is told to stop (SIGTERM, SIGINT). */
@Command(name = "serve", description = "Serves the API, on an embedded PostgreSQL unless DATABASE_URL is set.")
final class ServeCommand implements Callable<Integer> {

    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help and all settings.")
    private boolean help;

    @Spec
    void listSettings(CommandSpec own) {
        own.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, settings());
        this.spec = own;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        var server = new Server(Settings.read(Environment.ofProcess()), err::println);
        var serving = new AtomicBoolean();
        // A signal ends the JVM, during the start too: this hook does what is left to do, and the status says that it
        // was.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, serving.get()), "stop"));
        server.start();
        serving.set(true);
        server.whereThingsAre().forEach(out::println);
        out.flush();
        server.awaitLoss();
        serving.set(false);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static void stop(Server server, boolean wasServing) {
        server.close();
        if (wasServing) {
            Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
        }
    }

    private static IHelpSectionRenderer settings() {
        Stream<String> lines = Arrays.stream(Setting.values()).map(Setting::help);
        String text = Stream.concat(
                        Stream.of(
                                "",
                                "Settings, as environment variables (a secret also as NAME_FILE, the path of a file):"),
                        lines)
                .reduce("", (all, line) -> all + line + System.lineSeparator());
        return (Help rendered) -> text;
    }
}
