package dev.muster.bootstrap.command;

import dev.muster.bootstrap.server.Database;
import dev.muster.persistence.operations.SchemaVersions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Lists the versions that the schema has had and those to come.")
final class MigrateStatusCommand extends DatabaseCommand {

    @Override
    Report work(Database database) {
        List<SchemaVersions.Version> versions = database.versions().status();
        return new Report(
                versions.stream().map(MigrateStatusCommand::line).toList(),
                Map.of(
                        "versions",
                        versions.stream().map(MigrateStatusCommand::json).toList()));
    }

    private static String line(SchemaVersions.Version version) {
        Instant applied = version.appliedAt();
        return version.number() + "  " + (applied == null ? "to come" : applied) + "  " + version.description();
    }

    private static Map<String, @Nullable Object> json(SchemaVersions.Version version) {
        Instant applied = version.appliedAt();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", version.number());
        json.put("description", version.description());
        json.put("applied_at", applied == null ? null : applied.toString());
        return json;
    }
}
