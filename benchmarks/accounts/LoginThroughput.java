import dev.muster.bootstrap.server.ReachedDatabase;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sign-ins a second over HTTP, beside what the product's password hasher does alone on the same processors, in turns. The
 * hasher verifies here, in this process, while the server is idle; each turn of sign-ins is compared with the turn of
 * hashing just before it. As server, PostgreSQL and this process share the processors, it also tells for a sign-in where all
 * their time went, in milliseconds; {@code other} is what programs took that have no part in it, and spoils the turn.
 */
final class LoginThroughput {

    private static final int[] CONNECTIONS = {2, 4, 16};
    private static final int ACCOUNTS = 200;
    private static final int ROUNDS = Integer.getInteger("rounds", 4);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("seconds", 5));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmUp", 120));
    private static final String PASSWORD = "correct horse battery staple";

    private final String run = "%08x".formatted(ThreadLocalRandom.current().nextInt());
    private final AtomicInteger next = new AtomicInteger();
    private final String base;
    private final long server;
    private final long postmaster;

    private LoginThroughput(String base, long server, long postmaster) {
        this.base = base;
        this.server = server;
        this.postmaster = postmaster;
    }

    /** What was done in a turn, and what processor time went by for each thing done. */
    private record Turn(double perSecond, long failed, Spent each) {}

    /** Processor time in milliseconds. */
    private record Spent(double total, double idle, double server, double postgres, double own) {

        Spent since(Spent before, int things) {
            return new Spent(
                    (total - before.total) / things,
                    (idle - before.idle) / things,
                    (server - before.server) / things,
                    (postgres - before.postgres) / things,
                    (own - before.own) / things);
        }

        double other() {
            return total - idle - server - postgres - own;
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: MUSTER_DATA=... java ... LoginThroughput.java BASE_URL PID_OF_THE_SERVER");
            System.exit(2);
        }
        System.setProperty("http.maxConnections", "64");
        Settings settings = Settings.read(Environment.ofProcess());
        Path cluster = Path.of(System.getenv("MUSTER_DATA"), "database", "cluster");
        long postmaster = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip());
        try (var reached = ReachedDatabase.reach(settings, System.out::println);
                var useCases = UseCases.over(settings, reached.database())) {
            new LoginThroughput(arguments[0], Long.parseLong(arguments[1]), postmaster)
                    .measure(useCases.require(PasswordHasher.class));
        }
    }

    private void measure(PasswordHasher hasher) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        var password = new Password(PASSWORD);
        PasswordHash hash = hasher.hash(password);
        Callable<Boolean> hashing = () -> hasher.verify(password, hash);
        for (int i = 0; i < ACCOUNTS; i++) {
            register(i);
        }
        turn(TURN, processors, hashing);
        turn(WARM_UP, 4 * processors, this::signIn);
        System.out.printf("%d processors; hashing on %d threads; milliseconds of the processors for each%n", processors, processors);
        System.out.printf("%11s %9s %9s %6s %10s %12s %8s %9s %6s %6s %12s%n", "connections", "hashes/s", "logins/s", "ratio",
                "hash alone", "login:server", "postgres", "generator", "other", "idle", "hash/server");
        for (int connections : CONNECTIONS) {
            double[] ratios = new double[ROUNDS];
            double[] ofServer = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Turn hashes = turn(TURN, processors, hashing);
                Turn logins = turn(TURN, connections, this::signIn);
                Spent each = logins.each();
                ratios[round] = logins.perSecond() / hashes.perSecond();
                ofServer[round] = hashes.each().own() / each.server();
                System.out.printf("%11d %9.1f %9.1f %6.2f %10.1f %12.1f %8.1f %9.1f %6.1f %6.1f %12.2f%s%n", connections,
                        hashes.perSecond(), logins.perSecond(), ratios[round], hashes.each().own(), each.server(),
                        each.postgres(), each.own(), each.other(), each.idle(), ofServer[round],
                        logins.failed() == 0 ? "" : "   failed: " + logins.failed());
            }
            System.out.printf("%11d median ratio %.2f, of the server's own time %.2f%n",
                    connections, median(ratios), median(ofServer));
        }
        Files.readAllLines(Path.of("/proc", String.valueOf(server), "status")).stream()
                .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                .forEach(line -> System.out.println("server " + line));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    /** Does one thing after the other on some threads. */
    private Turn turn(Duration length, int threads, Callable<Boolean> work) throws Exception {
        var failed = new LongAdder();
        Spent before = spent();
        long start = System.nanoTime();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(() -> {
                int done = 0;
                while (System.nanoTime() - start < length.toNanos()) {
                    if (work.call()) {
                        done++;
                    } else {
                        failed.increment();
                    }
                }
                return done;
            });
        }
        int done = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var result : pool.invokeAll(all)) {
                done += result.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Turn(done / seconds, failed.sum(), spent().since(before, done));
    }

    private Spent spent() throws IOException {
        String[] all = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
        double total = 0;
        for (int column = 1; column <= 8; column++) { // what follows, guests, is part of these
            total += ticks(all[column]);
        }
        double postgres = spentBy(postmaster, true);
        for (var process : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            postgres += spentBy(process.pid(), false);
        }
        double own = spentBy(ProcessHandle.current().pid(), false);
        return new Spent(total, ticks(all[4]) + ticks(all[5]), spentBy(server, false), postgres, own);
    }

    /** See proc_pid_stat(5). @param ended whether to count the children that have ended */
    private static double spentBy(long pid, boolean ended) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double own = ticks(afterName[11]) + ticks(afterName[12]);
        return ended ? own + ticks(afterName[13]) + ticks(afterName[14]) : own;
    }

    /** Linux counts the time of processes in hundredths of a second. */
    private static double ticks(String count) {
        return Long.parseLong(count) * 10.0;
    }

    private void register(int account) throws Exception {
        String name = name(account);
        int status = post("/v1/auth/register", "{\"email\":\"%s@example.org\",\"username\":\"%s\",\"name\":\"A Person\",\"password\":\"%s\"}"
                .formatted(name, name, PASSWORD));
        if (status != 202) {
            throw new IllegalStateException("registration was answered " + status);
        }
    }

    private String name(int account) {
        return "login-%s-%d".formatted(run, account);
    }

    /** Accounts in turn: two sign-ins to one at once would wait for each other. */
    private boolean signIn() throws Exception {
        String name = name(next.getAndIncrement() % ACCOUNTS);
        return post("/v1/auth/login", "{\"identifier\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD)) == 200;
    }

    /** By the oldest client of the JDK, which takes the least of the processors that all share. */
    private int post(String path, String body) throws Exception {
        var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(bytes);
        int status = connection.getResponseCode();
        try (var answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (answer != null) {
                answer.readAllBytes();
            }
        }
        return status;
    }
}
