package dev.muster.bootstrap.command;

import dev.muster.bootstrap.server.Database;
import dev.muster.persistence.operations.Migrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Brings the schema to the newest version; its subcommands look at the versions and go back (requirement E1). */
@Command(
        name = "migrate",
        description = "Brings the schema of the database to the newest version.",
        subcommands = {MigrateStatusCommand.class, MigrateRollbackCommand.class, MigrateVerifyCommand.class})
final class MigrateCommand extends DatabaseCommand {

    @Override
    Report work(Database database) {
        Migrations.Outcome outcome = database.migrate();
        String sentence = outcome.changed()
                ? "The schema was brought from version " + named(outcome.from()) + " to " + outcome.to() + "."
                : "The schema has the newest version, " + outcome.to() + ".";
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", outcome.from());
        json.put("to", outcome.to());
        return new Report(List.of(sentence), json);
    }

    private static String named(@Nullable String version) {
        return version == null ? "0" : version;
    }
}
