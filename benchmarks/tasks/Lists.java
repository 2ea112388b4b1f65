import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.operations.Migrations;
import dev.muster.persistence.shared.PoolSettings;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How long lists, searches, counts and sums take of 100 000 tasks of one owner among 1 000 users: at one connection, through
 * the product's own adapter, page after page of 20. Fills the empty database that it is given.
 */
final class Lists {

    private static final UserId OWNER = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final Instant MIDDLE = Instant.parse("2026-02-04T17:20:00Z");
    private static final int PAGES = Integer.getInteger("pages", 200);
    private static final double GOAL = 20;

    private final UnitOfWork unitOfWork;
    private final TaskDirectory directory;
    private int missed;

    private Lists(ApplicationContext context) {
        this.unitOfWork = context.getBean(UnitOfWork.class);
        this.directory = context.getBean(TaskDirectory.class);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("give the JDBC URL, user and password of an empty database, and many-tasks.sql");
            System.exit(2);
        }
        new Migrations(arguments[0], arguments[1], arguments[2]).run();
        fill(arguments);
        var settings = new PoolSettings(
                arguments[0], arguments[1], arguments[2], 1, 0, Duration.ofSeconds(30), Duration.ZERO);
        try (ApplicationContext context = ApplicationContext.run(settings.properties())) {
            new Lists(context).measure();
        }
    }

    private static void fill(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Statement statement = connection.createStatement()) {
            if (!statement.executeQuery("select 1 from muster.tasks").next()) {
                statement.execute(Files.readString(Path.of(arguments[3])));
            }
            statement.execute("vacuum analyze");
        }
    }

    private void measure() {
        Map<String, TaskFilter> filters = filters();
        System.out.println("| filter | sort | p50 ms | p95 ms | |\n|---|---|---|---|---|");
        filters.forEach((name, filter) -> {
            for (String sort : List.of("-created_at", "created_at", "due_at", "-due_at", "-priority", "-updated_at")) {
                measureList(name, filter, sort);
            }
            if (filter.text() != null) {
                measureList(name, filter, "-score,-created_at");
            }
        });
        for (String sorts : List.of("-priority,due_at", "-priority,-created_at", "due_at,-priority", "-updated_at,priority")) {
            measureList("everything", TaskFilter.LIVE, sorts);
        }
        filters.forEach((name, filter) -> {
            report(name, "count", 15, () -> directory.count(OWNER, filter));
            report(name, "summary", 15, () -> directory.summarise(OWNER, filter, MIDDLE));
        });
        System.out.println(missed + " missed " + GOAL + " ms at p95");
    }

    private void measureList(String name, TaskFilter filter, String sorts) {
        TaskOrder order = order(sorts);
        var walk = new Object() {
            private TaskPosition place;

            private Page<ListedTask> next() {
                Page<ListedTask> page = directory.findPage(OWNER, filter, order, new PageRequest<>(20, place));
                place = page.hasMore() ? page.items().getLast().position() : null;
                return page;
            }
        };
        report(name, sorts, PAGES, walk::next);
    }

    private void report(String name, String what, int times, Supplier<?> work) {
        List<Long> nanos = new ArrayList<>();
        for (int time = -times / 5; time < times; time++) { // the first warm up
            long begin = System.nanoTime();
            unitOfWork.read(OWNER.asActor(), work::get);
            if (time >= 0) {
                nanos.add(System.nanoTime() - begin);
            }
        }
        Collections.sort(nanos);
        double median = nanos.get(times / 2) / 1e6;
        double slow = nanos.get(times * 95 / 100) / 1e6;
        missed += slow > GOAL ? 1 : 0;
        System.out.printf(
                Locale.ROOT, "| %s | %s | %.1f | %.1f | %s |%n", name, what, median, slow, slow > GOAL ? "missed" : "");
    }

    private static Map<String, TaskFilter> filters() {
        Map<String, TaskFilter> filters = new LinkedHashMap<>();
        filters.put("everything", TaskFilter.LIVE);
        filters.put("pending (40 %)", of(Set.of(TaskStatus.PENDING), Set.of(), Set.of()));
        filters.put("two statuses (20 %)", of(Set.of(TaskStatus.CANCELLED, TaskStatus.IN_PROGRESS), Set.of(), Set.of()));
        filters.put("urgent (10 %)", of(Set.of(), Set.of(TaskPriority.URGENT), Set.of()));
        filters.put("pending and urgent", of(Set.of(TaskStatus.PENDING), Set.of(TaskPriority.URGENT), Set.of()));
        filters.put("label of 20 %", of(Set.of(), Set.of(), Set.of("common")));
        filters.put("label of 2 %", of(Set.of(), Set.of(), Set.of("l7")));
        filters.put("label of 0.05 %", of(Set.of(), Set.of(), Set.of("rare")));
        filters.put("project of 5 %", new TaskFilter(Set.of(), Set.of(), Set.of(),
                Set.of(new ProjectId(UUID.fromString("00000000-0000-7000-8000-000000000003"))), Set.of(), null, null, null, null, false));
        filters.put("parent of 50", new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(new TaskId(UUID.fromString("10000000-0000-7000-8000-000000000100"))), null, null, null, null, false));
        filters.put("due before", due(null, MIDDLE));
        filters.put("due after", due(MIDDLE, null));
        filters.put("due in 4 days", due(MIDDLE, MIDDLE.plus(Duration.ofDays(4))));
        filters.put("blocked (0.5 %)", with(true, null, false));
        filters.put("not blocked", with(false, null, false));
        filters.put("trash (4 %)", with(null, null, true));
        for (String text : List.of("usual", "medium", "seldom", "usual task", "repair medium", "77777", "end of the week", "nothing has it")) {
            filters.put("text \"" + text + "\"", with(null, text, false));
        }
        return filters;
    }

    private static TaskFilter of(Set<TaskStatus> statuses, Set<TaskPriority> priorities, Set<String> labels) {
        return new TaskFilter(statuses, priorities, labels, Set.of(), Set.of(), null, null, null, null, false);
    }

    private static TaskFilter due(Instant after, Instant before) {
        return new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), after, before, null, null, false);
    }

    private static TaskFilter with(Boolean blocked, String text, boolean deleted) {
        return new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, blocked, text, deleted);
    }

    private static TaskOrder order(String sorts) {
        return new TaskOrder(Arrays.stream(sorts.split(","))
                .map(sort -> new Sort(
                        Field.valueOf(sort.replace("-", "").toUpperCase(Locale.ROOT)), sort.startsWith("-")))
                .toList());
    }
}
