package dev.muster.bootstrap.command;

import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.persistence.operations.MigrationFailure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The {@code muster} executable. */
@Command(
        name = "muster",
        description = "A self-hosted backend for accounts, tasks and projects.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ServeCommand.class, MigrateCommand.class, VersionCommand.class, CommandLine.HelpCommand.class})
public final class MusterCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    /** Runs a command and returns the exit status. */
    public static int run(String... arguments) {
        return new CommandLine(new MusterCommand())
                .setExecutionExceptionHandler(MusterCommand::failed)
                .execute(arguments);
    }

    private static int failed(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof StartupFailure || fault instanceof MigrationFailure) {
            PrintWriter err = command.getErr();
            err.println("muster: " + fault.getMessage());
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw fault;
    }
}
