import dev.muster.application.session.Authenticate;
import dev.muster.application.session.LogIn;
import dev.muster.application.session.SignedIn;
import dev.muster.application.user.RegisterUser;
import dev.muster.application.user.Registration;
import dev.muster.bootstrap.server.Database;
import dev.muster.bootstrap.server.ReachedDatabase;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.Device;
import dev.muster.domain.session.SessionCache;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.TokenAlgorithm;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Username;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What it takes to tell who an access token speaks for, on a node that another node's tokens are brought to: the product's
 * own use case with its own JWTs, session cache and database. Counts the units of work, without which nothing reaches the
 * database. One thread, rounds of both algorithms in turn.
 */
final class TokenValidation {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SESSIONS = 20;
    private static final int REMEMBERED = 200_000;

    /** A node remembers 20 000 tokens; all that a run shows to one stay below. */
    private static final int FIRST_SEEN = 2_000;

    private static final int FORGOTTEN = 500;

    private final String algorithm;
    private final AccessTokens issuer;
    private final SessionCache cache;
    private final Units units;
    private final Authenticate authenticate;
    private final List<SignedIn> sessions;
    private final List<byte[]> known;
    private final Sample remembered = new Sample("token and session remembered");
    private final Sample firstSeen = new Sample("token seen first, session remembered");
    private final Sample forgotten = new Sample("token remembered, session forgotten");

    private TokenValidation(String algorithm, UseCases issuing, UseCases node) {
        this.algorithm = algorithm;
        this.issuer = issuing.require(AccessTokens.class);
        SigningKey key = issuer.generateKey(Instant.now());
        issuer.use(List.of(key));
        AccessTokens verifier = node.require(AccessTokens.class);
        verifier.use(List.of(key));
        this.cache = node.require(SessionCache.class);
        this.units = new Units(node.require(UnitOfWork.class), new AtomicLong());
        this.authenticate = new Authenticate(
                verifier, cache, units, node.require(Sessions.class), node.require(InstantSource.class));
        this.sessions = begin(issuing, algorithm.toLowerCase(Locale.ROOT));
        // Signing and verifying for the first time load what computes signatures natively, beside it.
        authenticate.authenticate(token(0));
        awaitNativeSignatures();
        this.known = fresh(1_000);
    }

    /** Counts what reaches the database. */
    private record Units(UnitOfWork inner, AtomicLong count) implements UnitOfWork {
        @Override
        public <T> T read(Actor actor, Supplier<T> work) {
            count.incrementAndGet();
            return inner.read(actor, work);
        }

        @Override
        public <T> T write(Actor actor, Supplier<T> work) {
            count.incrementAndGet();
            return inner.write(actor, work);
        }

        @Override
        public <T> T writeOne(Actor actor, Supplier<T> work) {
            count.incrementAndGet();
            return inner.writeOne(actor, work);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("muster-tokens");
        try (var reached = ReachedDatabase.reach(settings(folder, TokenAlgorithm.ES256), System.out::println)) {
            Database database = reached.database();
            try (var es256 = UseCases.over(settings(folder, TokenAlgorithm.ES256), database);
                    var es256Node = UseCases.over(settings(folder, TokenAlgorithm.ES256), database);
                    var rs256 = UseCases.over(settings(folder, TokenAlgorithm.RS256), database);
                    var rs256Node = UseCases.over(settings(folder, TokenAlgorithm.RS256), database)) {
                measure(List.of(
                        new TokenValidation("ES256", es256, es256Node), new TokenValidation("RS256", rs256, rs256Node)));
            }
        } finally {
            delete(folder);
        }
    }

    private static Settings settings(Path folder, TokenAlgorithm algorithm) {
        return Settings.read(new Environment(Map.of(
                "MUSTER_DATA", folder.toString(), "MUSTER_RATE_LIMIT", "off", "MUSTER_TOKEN_ALGORITHM", algorithm.name())));
    }

    private static void measure(List<TokenValidation> algorithms) {
        algorithms.forEach(TokenValidation::warmUp);
        for (int round = 0; round < ROUNDS; round++) {
            algorithms.forEach(TokenValidation::round);
        }
        System.out.printf("%-6s %-37s %8s %8s %8s %9s %9s%n", "", "microseconds", "median", "p99", "p99.9", "tokens", "look-ups");
        for (TokenValidation each : algorithms) {
            List.of(each.remembered, each.firstSeen, each.forgotten).forEach(sample -> sample.report(each.algorithm));
        }
    }

    private void warmUp() {
        long before = units.count().get();
        List<byte[]> others = fresh(FIRST_SEEN);
        time(others, authenticate::authenticate, () -> {});
        time(known, authenticate::authenticate, () -> {});
        long lookUps = units.count().get() - before;
        for (int i = 0; i < 100; i++) {
            time(known, this::remembered, () -> {});
        }
        System.out.printf("%s: %d look-ups for %d tokens of %d sessions, of which one was known before%n",
                algorithm, lookUps, others.size() + known.size(), SESSIONS);
    }

    private void round() {
        for (int done = 0; done < REMEMBERED; done += known.size()) {
            take(remembered, known, this::remembered, () -> {});
        }
        take(firstSeen, fresh(FIRST_SEEN), this::remembered, () -> {});
        take(forgotten, known.subList(0, FORGOTTEN), authenticate::authenticate, cache::forgetAll);
        known.forEach(token -> authenticate.authenticate(text(token)));
    }

    /** As the filter in front of every route asks first: the session has to be remembered. */
    private void remembered(String token) {
        authenticate.findRemembered(token).orElseThrow();
    }

    private void take(Sample sample, List<byte[]> tokens, Consumer<String> validation, Runnable before) {
        long units = this.units.count().get();
        sample.nanos.add(time(tokens, validation, before));
        sample.lookUps += this.units.count().get() - units;
    }

    /** Nanoseconds of each; a request brings a String of its own. */
    private static long[] time(List<byte[]> tokens, Consumer<String> validation, Runnable before) {
        long[] nanos = new long[tokens.size()];
        for (int i = 0; i < nanos.length; i++) {
            String token = text(tokens.get(i));
            before.run();
            long start = System.nanoTime();
            validation.accept(token);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** Times of one kind, and how often the database was asked meanwhile. */
    private static final class Sample {
        private final String name;
        private final List<long[]> nanos = new ArrayList<>();
        private long lookUps;

        private Sample(String name) {
            this.name = name;
        }

        private void report(String algorithm) {
            long[] sorted = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            System.out.printf("%-6s %-37s %8.2f %8.2f %8.2f %9d %9d%n", algorithm, name,
                    quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 0.999), sorted.length, lookUps);
        }

        private static double quantile(long[] sorted, double part) {
            return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e3;
        }
    }

    private List<byte[]> fresh(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> token(i).getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** A new token of one of the sessions, which the node under test hasn't seen. */
    private String token(int number) {
        SignedIn of = sessions.get(number % SESSIONS);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return issuer.sign(new AccessToken(
                UUID.randomUUID(), of.user().id(), of.session(), of.user().roles(), now, now.plusSeconds(900)));
    }

    private static String text(byte[] token) {
        return new String(token, StandardCharsets.ISO_8859_1);
    }

    private static List<SignedIn> begin(UseCases issuing, String name) {
        var password = new Password("correct horse battery staple");
        issuing.require(RegisterUser.class).register(new Registration(
                new EmailAddress(name + "@example.org"), new Username(name), new PersonName("A Person"), password, null, null));
        LogIn logIn = issuing.require(LogIn.class);
        var device = new Device(null, null, null);
        return IntStream.range(0, SESSIONS).mapToObj(_ -> logIn.logIn(name, password, device, null)).toList();
    }

    private static void awaitNativeSignatures() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("native-signatures"))
                .forEach(thread -> {
                    try {
                        thread.join();
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                });
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
