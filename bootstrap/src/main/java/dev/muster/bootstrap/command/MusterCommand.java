package dev.muster.bootstrap.command;

import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.shared.Invalid;
import dev.muster.persistence.operations.MigrationFailure;
import dev.muster.security.session.UnsealFailure;
import dev.muster.web.shared.Uuids;
import java.io.PrintWriter;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The {@code muster} executable. */
@Command(
        name = "muster",
        description = "A self-hosted backend for accounts, tasks and projects.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            MigrateCommand.class,
            KeysCommand.class,
            UsersCommand.class,
            MailCommand.class,
            DatabaseDeveloperCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class MusterCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    /** Runs a command and returns the exit status. */
    public static int run(String... arguments) {
        return new CommandLine(new MusterCommand())
                .registerConverter(UUID.class, MusterCommand::id)
                .setExecutionExceptionHandler(MusterCommand::failed)
                .execute(arguments);
    }

    /** In its full form only; what the library says of another would name a class. */
    private static UUID id(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw new TypeConversionException("not an id such as 00000000-0000-7000-8000-000000000001");
        }
        return id;
    }

    private static int failed(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        String sentence = switch (fault) {
            case StartupFailure known -> known.getMessage();
            case MigrationFailure known -> known.getMessage();
            case UnsealFailure known -> known.getMessage();
            case Invalid invalid -> sentence(invalid);
            case Failure failure -> failure.detail();
            default -> throw fault;
        };
        PrintWriter err = command.getErr();
        err.println("muster: " + sentence);
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Every broken rule, each after the name of its value. */
    private static String sentence(Invalid invalid) {
        return invalid.violations().stream()
                .map(broken -> (broken.pointer().isEmpty()
                                ? "a value"
                                : broken.pointer().substring(1))
                        + " "
                        + broken.message())
                .collect(Collectors.joining("; ", "", "."));
    }
}
