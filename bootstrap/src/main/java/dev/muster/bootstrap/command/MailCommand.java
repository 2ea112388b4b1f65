package dev.muster.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done about letters that were given up; its subcommands do it. */
@Command(
        name = "mail",
        description = "Looks after letters that could not be delivered.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MailListCommand.class, MailRetryCommand.class})
final class MailCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;
}
