import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.operations.Migrations;
import dev.muster.persistence.shared.PoolSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What row-level security on tasks costs: the product's own adapter with the policy on and with it off, and the bare
 * statement, which names the owner but neither sets who acts nor meets a policy. One pool, 16 threads, median of
 * interleaved rounds. Wipes the tasks of the database it is given.
 */
final class RowLevelSecurity {

    private static final int THREADS = 16;
    private static final int USERS = 200;
    private static final int TASKS_PER_USER = 250;
    private static final List<UserId> OWNERS = IntStream.range(0, USERS)
            .mapToObj("00000000-0000-7000-8000-%012d"::formatted)
            .map(UUID::fromString)
            .map(UserId::new)
            .toList();
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final String COLUMNS = "id, user_id, created_at, parent_id, title, description, status, priority,"
            + " story_points, labels, due_at, updated_at, completed_at, deleted_at, version";
    private static final String BARE_READ = "select " + COLUMNS + " from muster.tasks where user_id = ? and id = ?";
    private static final String BARE_LIST = "select " + COLUMNS
            + " from muster.tasks where user_id = ? and deleted_at is null order by created_at desc, id desc limit ?";
    private static final String BARE_INSERT =
            "insert into muster.tasks (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final String url;
    private final String user;
    private final String password;
    private final DataSource pool;
    private final UnitOfWork unitOfWork;
    private final Tasks tasks;
    private final TaskDirectory directory;
    private final List<TaskId> ids = new ArrayList<>();

    private RowLevelSecurity(String url, String user, String password, ApplicationContext context) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.pool = DelegatingDataSource.unwrapDataSource(
                context.getBean(DataSource.class));
        this.unitOfWork = context.getBean(UnitOfWork.class);
        this.tasks = context.getBean(Tasks.class);
        this.directory = context.getBean(TaskDirectory.class);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("give the JDBC URL, user and password of a database whose tasks may be wiped");
            System.exit(2);
        }
        new Migrations(arguments[0], arguments[1], arguments[2]).run();
        var settings = new PoolSettings(
                arguments[0], arguments[1], arguments[2], THREADS, 0, Duration.ofSeconds(30), Duration.ZERO);
        try (ApplicationContext context = ApplicationContext.run(settings.properties())) {
            new RowLevelSecurity(arguments[0], arguments[1], arguments[2], context).measure();
        }
    }

    private void measure() throws Exception {
        fill();
        System.out.printf(Locale.ROOT, "%-10s %14s %14s %14s %9s %9s%n", "", "policy on", "policy off", "bare", "on/off", "on/bare");
        report("read one", this::read, this::readBare);
        report("list 20", this::list, this::listBare);
        report("insert", this::insert, this::insertBare);
    }

    private void report(String name, Runnable product, Runnable bare) throws Exception {
        double[] on = new double[ROUNDS];
        double[] off = new double[ROUNDS];
        double[] bareStatement = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) { // the first warms up
            execute("alter table muster.tasks enable row level security");
            double first = run(product);
            execute("alter table muster.tasks disable row level security");
            double second = run(product);
            double third = run(bare);
            if (round >= 0) {
                on[round] = first;
                off[round] = second;
                bareStatement[round] = third;
            }
        }
        execute("alter table muster.tasks enable row level security");
        double a = median(on);
        double b = median(off);
        double c = median(bareStatement);
        System.out.printf(Locale.ROOT, "%-10s %12.0f/s %12.0f/s %12.0f/s %8.1f%% %8.1f%%%n", name, a, b, c, 100 * a / b, 100 * a / c);
    }

    private static double run(Runnable work) throws InterruptedException {
        LongAdder done = new LongAdder();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    work.run();
                    done.increment();
                }
            }));
        }
        Thread.sleep(ROUND);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }

    private void read() {
        int n = ThreadLocalRandom.current().nextInt(ids.size());
        UserId owner = owner(n);
        if (unitOfWork.read(owner.asActor(), () -> tasks.find(owner, ids.get(n))).isEmpty()) {
            throw new AssertionError("not found");
        }
    }

    private void list() {
        UserId owner = owner(ThreadLocalRandom.current().nextInt(ids.size()));
        Page<ListedTask> page = unitOfWork.read(
                owner.asActor(), () -> directory.findPage(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, new PageRequest<>(20, null)));
        if (page.items().size() != 20) {
            throw new AssertionError("not 20");
        }
    }

    private void insert() {
        Task task = task(owner(ThreadLocalRandom.current().nextInt(ids.size())));
        unitOfWork.writeOne(task.owner().asActor(), () -> {
            tasks.insert(task);
            return true;
        });
    }

    private void readBare() {
        int n = ThreadLocalRandom.current().nextInt(ids.size());
        select(BARE_READ, owner(n), ids.get(n).value(), 1);
    }

    private void listBare() {
        select(BARE_LIST, owner(ThreadLocalRandom.current().nextInt(ids.size())), 21L, 21);
    }

    private void select(String sql, UserId owner, Object second, int expected) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, owner.value());
            statement.setObject(2, second);
            int rows = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows++;
                    for (int column = 1; column <= 15; column++) {
                        switch (column) {
                            case 1, 2, 4 -> row.getObject(column, UUID.class);
                            case 3, 11, 12, 13, 14 -> row.getObject(column, OffsetDateTime.class);
                            case 10 -> row.getArray(column).getArray();
                            default -> row.getString(column);
                        }
                    }
                }
            }
            if (rows != expected) {
                throw new AssertionError(rows + " rows");
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void insertBare() {
        Task task = task(owner(ThreadLocalRandom.current().nextInt(ids.size())));
        OffsetDateTime now = task.createdAt().atOffset(ZoneOffset.UTC);
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(BARE_INSERT)) {
            Object[] values = {
                task.id().value(), task.owner().value(), now, null, task.details().title().value(), null, "pending",
                "medium", null, new String[0], null, now, null, null, 1L
            };
            int[] types = {
                1111, 1111, 2014, 1111, 12, 12, 12, 12, 4, 2003, 2014, 2014, 2014, 2014, -5
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i], types[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void fill() throws SQLException {
        execute("truncate muster.tasks; delete from muster.users where username like 'bench%'");
        execute("insert into muster.users (id, email, username, name, password_hash) select"
                + " ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench' || n || '@example.org',"
                + " 'bench' || n, 'x', 'x' from generate_series(0, " + (USERS - 1) + ") n");
        for (int n = 0; n < USERS * TASKS_PER_USER; n++) {
            ids.add(new TaskId(uuidV7()));
        }
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement("insert into muster.tasks (id, user_id, title,"
                        + " description, labels) values (?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int n = 0; n < ids.size(); n++) {
                statement.setObject(1, ids.get(n).value());
                statement.setObject(2, owner(n).value());
                statement.setString(3, "Task number " + n);
                statement.setString(4, "What has to be done, in a sentence or two, as people write it.");
                statement.setObject(5, new String[] {"home", "garden"});
                statement.addBatch();
                if (n % 1000 == 999) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
        execute("vacuum analyze muster.tasks");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static UserId owner(int task) {
        return OWNERS.get(task % USERS);
    }

    private static Task task(UserId owner) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return Task.created(new TaskId(uuidV7()), owner, TaskDetails.titled(new TaskTitle("A task")), null, now);
    }

    private static UUID uuidV7() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis();
        return new UUID(time << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
