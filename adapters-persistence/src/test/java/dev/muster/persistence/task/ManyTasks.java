package dev.muster.persistence.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import dev.muster.persistence.shared.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What many-tasks.sql makes, 100 000 tasks of one of 1 000 users, at a single connection; for tests that change nothing. */
final class ManyTasks {

    static final UserId OWNER = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    static final ProjectId PROJECT = new ProjectId(UUID.fromString("00000000-0000-7000-8000-000000000003"));
    static final UUID WHOLE = UUID.fromString("10000000-0000-7000-8000-000000000100");
    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final class Shared {
        private static final Stores STORES = filled();
    }

    private ManyTasks() {}

    static Stores stores() {
        return Shared.STORES;
    }

    /** The plan of a statement as the application gets it, with its settings; inside a unit of work. */
    static List<String> explain(String explain, Sql sql, Statement statement) {
        Sql explained = new Sql(sql.text().replaceFirst("; ", "; " + explain), sql.owned(), sql.preceded());
        return stores().bean(CurrentUnit.class).query(explained, statement::bind, Columns::text);
    }

    private static Stores filled() {
        Stores stores = Stores.start(1, Duration.ofSeconds(30));
        try (InputStream script = Objects.requireNonNull(ManyTasks.class.getResourceAsStream("/many-tasks.sql"))) {
            stores.database().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return stores;
    }
}
