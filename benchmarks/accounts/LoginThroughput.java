import dev.muster.bootstrap.server.ReachedDatabase;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
 * hashing just before it.
 */
final class LoginThroughput {

    private static final int[] CONNECTIONS = {2, 4, 16};
    private static final int ACCOUNTS = 200;
    private static final int ROUNDS = Integer.getInteger("rounds", 4);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("seconds", 5));
    private static final String PASSWORD = "correct horse battery staple";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String run = "%08x".formatted(ThreadLocalRandom.current().nextInt());
    private final AtomicInteger next = new AtomicInteger();
    private final String base;
    private final ProcessHandle server;

    private LoginThroughput(String base, ProcessHandle server) {
        this.base = base;
        this.server = server;
    }

    /** What was done in a turn, and the processor time of the server and of this process for each thing done. */
    private record Turn(double perSecond, double serverMillis, double ownMillis, long failed) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: MUSTER_DATA=... java ... LoginThroughput.java BASE_URL PID_OF_THE_SERVER");
            System.exit(2);
        }
        ProcessHandle server = ProcessHandle.of(Long.parseLong(arguments[1])).orElseThrow();
        Settings settings = Settings.read(Environment.ofProcess());
        try (var reached = ReachedDatabase.reach(settings, System.out::println);
                var useCases = UseCases.over(settings, reached.database())) {
            new LoginThroughput(arguments[0], server).measure(useCases.require(PasswordHasher.class));
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
        turn(processors, hashing);
        turn(processors, this::signIn); // both warm up
        System.out.printf("%d processors; hashing on %d threads%n", processors, processors);
        System.out.printf("%11s %9s %9s %6s   processor ms each: %7s %14s %10s%n",
                "connections", "hashes/s", "logins/s", "ratio", "a hash", "login, server", "login, us");
        for (int connections : CONNECTIONS) {
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Turn hashes = turn(processors, hashing);
                Turn logins = turn(connections, this::signIn);
                ratios[round] = logins.perSecond() / hashes.perSecond();
                System.out.printf("%11d %9.1f %9.1f %6.2f   %26.1f %14.1f %10.1f%s%n",
                        connections, hashes.perSecond(), logins.perSecond(), ratios[round],
                        hashes.ownMillis(), logins.serverMillis(), logins.ownMillis(),
                        logins.failed() == 0 ? "" : "   failed: " + logins.failed());
            }
            Arrays.sort(ratios);
            System.out.printf("%11d median ratio %.2f%n", connections, (ratios[(ROUNDS - 1) / 2] + ratios[ROUNDS / 2]) / 2);
        }
        Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                .forEach(line -> System.out.println("server " + line));
    }

    /** Does one thing after the other on some threads. */
    private Turn turn(int threads, Callable<Boolean> work) throws Exception {
        var failed = new LongAdder();
        Duration serverBefore = processorTime(server);
        Duration ownBefore = processorTime(ProcessHandle.current());
        long start = System.nanoTime();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(() -> {
                int done = 0;
                while (System.nanoTime() - start < TURN.toNanos()) {
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
        return new Turn(
                done / seconds,
                processorTime(server).minus(serverBefore).toNanos() / 1e6 / done,
                processorTime(ProcessHandle.current()).minus(ownBefore).toNanos() / 1e6 / done,
                failed.sum());
    }

    private static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
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

    private int post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
