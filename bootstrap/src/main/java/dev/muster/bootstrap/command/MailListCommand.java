package dev.muster.bootstrap.command;

import dev.muster.application.mail.DeadLetters;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Outbox.DeadLetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Lists the newest 100 letters that were given up, with the reason.")
final class MailListCommand extends UseCaseCommand {

    private static final int NEWEST = 100;

    @Override
    Report work(UseCases useCases) {
        List<DeadLetter> dead = useCases.require(DeadLetters.class).newest(NEWEST);
        List<String> lines = dead.isEmpty()
                ? List.of("No letter was given up.")
                : dead.stream().map(MailListCommand::line).toList();
        return new Report(
                lines,
                Map.of("letters", dead.stream().map(MailListCommand::json).toList()));
    }

    /** What a mail server said may have several lines. */
    private static String line(DeadLetter dead) {
        Letter letter = dead.letter();
        return letter.id() + "  " + letter.createdAt() + "  " + letter.kind().code() + "  "
                + letter.to().value() + "  attempts: " + dead.attempts() + "  "
                + dead.reason().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    }

    private static Map<String, Object> json(DeadLetter dead) {
        Letter letter = dead.letter();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", letter.id().toString());
        json.put("kind", letter.kind().code());
        json.put("to", letter.to().value());
        json.put("attempts", dead.attempts());
        json.put("reason", dead.reason());
        json.put("created_at", letter.createdAt().toString());
        return json;
    }
}
