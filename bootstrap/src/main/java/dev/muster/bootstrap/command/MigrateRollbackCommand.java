package dev.muster.bootstrap.command;

import dev.muster.bootstrap.server.Database;
import dev.muster.persistence.operations.SchemaVersions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        description =
                "Takes versions of the schema back, with what only they could hold: the newest one, or all after N.")
final class MigrateRollbackCommand extends DatabaseCommand {

    @Option(names = "--to", paramLabel = "N", description = "The version to go back to, 0 for an empty database.")
    private @Nullable String target;

    @Override
    Report work(Database database) {
        SchemaVersions versions = database.versions();
        List<String> undone = versions.rollback(target == null ? beforeNewest(versions) : target);
        String sentence =
                undone.isEmpty() ? "There is nothing to take back." : "Taken back: " + String.join(", ", undone) + ".";
        return new Report(List.of(sentence), Map.of("taken_back", undone));
    }

    private static String beforeNewest(SchemaVersions versions) {
        List<String> applied = versions.status().stream()
                .filter(version -> version.appliedAt() != null)
                .map(SchemaVersions.Version::number)
                .toList();
        return applied.size() < 2 ? "0" : applied.get(applied.size() - 2);
    }
}
