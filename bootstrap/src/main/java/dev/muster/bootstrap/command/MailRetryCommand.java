package dev.muster.bootstrap.command;

import dev.muster.application.mail.DeadLetters;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.StartupFailure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "retry",
        description = "Has letters that were given up sent again, by a server that runs or the next that does.")
final class MailRetryCommand extends UseCaseCommand {

    @ArgGroup(multiplicity = "1")
    private Letters letters = new Letters();

    /** Which. */
    static final class Letters {

        @Parameters(index = "0", paramLabel = "ID", description = "The letter, as the list names it.")
        private @Nullable UUID id;

        @Option(names = "--all", description = "All of them.")
        private boolean all;
    }

    @Override
    Report work(UseCases useCases) {
        int retried = retry(useCases.require(DeadLetters.class), letters.id);
        String sentence = retried == 1 ? "1 letter is sent again." : retried + " letters are sent again.";
        return new Report(List.of(sentence), Map.of("retried", retried));
    }

    private static int retry(DeadLetters deadLetters, @Nullable UUID id) {
        if (id == null) {
            return deadLetters.retryAll();
        }
        if (!deadLetters.retry(id)) {
            throw new StartupFailure("No letter with the id " + id + " was given up.");
        }
        return 1;
    }
}
