package dev.muster.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accounts, for who has the machine. */
@Command(
        name = "users",
        description = "Makes administrators.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = UsersCreateAdminCommand.class)
final class UsersCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;
}
