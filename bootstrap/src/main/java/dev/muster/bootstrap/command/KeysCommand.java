package dev.muster.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done about the keys that sign access tokens; its subcommands do it. */
@Command(
        name = "keys",
        description = "Looks after the keys that sign access tokens.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KeysRotateCommand.class)
final class KeysCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;
}
