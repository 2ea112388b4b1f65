package dev.muster.bootstrap.command;

import dev.muster.bootstrap.server.Database;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "verify", description = "Fails if the versions that the schema has had are not those of this Muster.")
final class MigrateVerifyCommand extends DatabaseCommand {

    @Override
    Report work(Database database) {
        database.versions().verify();
        return new Report(
                List.of("The versions that the schema has had are those of this Muster."), Map.of("verified", true));
    }
}
