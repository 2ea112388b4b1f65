import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether an answer or its time tells which accounts there are: each route is asked about an account that doesn't exist
 * and about others that do, in turns and in random order, over one connection. Prints the median of the paired
 * differences with its 95 % confidence interval by the sign test, which assumes nothing about how times are distributed.
 */
final class Enumeration {

    private static final int WARM_UP = 40;

    /** Ten wrong passwords inside 15 minutes lock an account; this many keep it open. */
    private static final int FAILURES_EACH = 6;

    private static final int FAILURES_THAT_LOCK = 10;
    private static final String PASSWORD = "correct horse battery staple";
    private static final String WRONG = "another horse battery staple";
    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([^\"]+)\"");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random = new SplittableRandom();
    private final String base;

    private Enumeration(String base) {
        this.base = base;
    }

    /** @param body of the request for a turn */
    private record Kind(String name, IntFunction<String> body, List<Long> nanos) {
        private Kind(String name, IntFunction<String> body) {
            this(name, body, new ArrayList<>());
        }
    }

    /** What is asked of one route. @param kinds the first is the account that doesn't exist */
    private record Route(String path, List<Kind> kinds) {}

    /** What can be told of an answer, but for its date. The id of the request is ours, and so the same in all. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {
        static Answer of(HttpResponse<String> response) {
            Map<String, List<String>> headers = response.headers().map().entrySet().stream()
                    .filter(header -> !header.getKey().equals("date"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Answer(response.statusCode(), headers, response.body());
        }
    }

    public static void main(String[] arguments) throws Exception {
        String password = System.getenv("ADMIN_PASSWORD");
        if (arguments.length < 2 || password == null) {
            System.err.println("usage: ADMIN_PASSWORD=... java Enumeration.java BASE_URL ADMIN [pairs]");
            System.exit(2);
        }
        int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
        var measured = new Enumeration(arguments[0]);
        try (measured.client) {
            List<Route> routes = measured.routes(measured.signIn(arguments[1], password), WARM_UP + pairs);
            int unlike = measured.measure(routes, pairs);
            routes.forEach(Enumeration::report);
            System.out.printf("%n%d answers were unlike that for an unknown account.%n", unlike);
        }
    }

    /** Makes the accounts. What counts wrong passwords has so many that none is locked by them. */
    private List<Route> routes(String token, int turns) throws Exception {
        int spread = Math.ceilDiv(turns, FAILURES_EACH);
        List<String> wrong = accounts(token, spread);
        List<String> suspended = accounts(token, spread, "POST", "/suspend");
        List<String> deleted = accounts(token, 20, "DELETE", "");
        List<String> known = accounts(token, 50);
        List<String> locked = accounts(token, 10);
        for (String address : locked) {
            for (int i = 0; i < FAILURES_THAT_LOCK; i++) {
                send(post("/v1/auth/login", login(address, WRONG)), 401);
            }
        }
        List<Kind> sought = List.of(
                new Kind("unknown", _ -> wish(fresh())),
                new Kind("known", turn -> wish(of(known, turn))),
                new Kind("suspended", turn -> wish(of(suspended, turn))));
        return List.of(
                new Route("/v1/auth/register", List.of(
                        new Kind("unknown", _ -> registration(fresh())),
                        new Kind("known", turn -> registration(of(known, turn))))),
                new Route("/v1/auth/login", List.of(
                        new Kind("unknown", _ -> login(fresh(), PASSWORD)),
                        new Kind("wrong password", turn -> login(of(wrong, turn), WRONG)),
                        new Kind("locked", turn -> login(of(locked, turn), PASSWORD)),
                        new Kind("suspended", turn -> login(of(suspended, turn), PASSWORD)),
                        new Kind("deleted", turn -> login(of(deleted, turn), PASSWORD)))),
                new Route("/v1/auth/forgot-password", anew(sought)),
                new Route("/v1/auth/verify-email/resend", anew(sought)));
    }

    private static List<Kind> anew(List<Kind> kinds) {
        return kinds.stream().map(kind -> new Kind(kind.name(), kind.body())).toList();
    }

    /** Returns how many answers were not like the one for an unknown account. */
    private int measure(List<Route> routes, int pairs) throws Exception {
        int unlike = 0;
        for (int turn = 0; turn < WARM_UP + pairs; turn++) {
            for (Route route : shuffled(routes)) {
                List<Answer> answers = ask(route, turn);
                for (Answer answer : answers) {
                    if (!answer.equals(answers.getFirst()) && unlike++ == 0) {
                        System.out.println("unlike at " + route.path() + ":\n  " + answers.getFirst() + "\n  " + answer);
                    }
                }
            }
        }
        return unlike;
    }

    /** Asks about each kind once, in random order; the answers are in the order of the kinds. */
    private List<Answer> ask(Route route, int turn) throws Exception {
        Answer[] answers = new Answer[route.kinds().size()];
        for (int i : shuffled(IntStream.range(0, answers.length).boxed().toList())) {
            Kind kind = route.kinds().get(i);
            HttpRequest request = post(route.path(), kind.body().apply(turn)).build();
            long start = System.nanoTime();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            long nanos = System.nanoTime() - start;
            answers[i] = Answer.of(response);
            if (turn >= WARM_UP) {
                kind.nanos().add(nanos);
            }
        }
        return List.of(answers);
    }

    private <T> List<T> shuffled(List<T> ordered) {
        List<T> copy = new ArrayList<>(ordered);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static void report(Route route) {
        Kind unknown = route.kinds().getFirst();
        double usual = median(millis(unknown.nanos()));
        System.out.printf("%n%s, %d of each: unknown %.2f ms%n", route.path(), unknown.nanos().size(), usual);
        for (Kind kind : route.kinds().subList(1, route.kinds().size())) {
            double[] differences = IntStream.range(0, unknown.nanos().size())
                    .mapToDouble(i -> (kind.nanos().get(i) - unknown.nanos().get(i)) / 1e6)
                    .sorted()
                    .toArray();
            double half = 1.96 * Math.sqrt(differences.length) / 2;
            double low = differences[Math.max(0, (int) Math.floor(differences.length / 2.0 - half) - 1)];
            double high = differences[Math.min(differences.length - 1, (int) Math.ceil(differences.length / 2.0 + half))];
            System.out.printf("  %-15s %7.2f ms   difference %+6.3f ms [%+6.3f, %+6.3f]   %+5.1f %% [%+5.1f, %+5.1f]   %s%n",
                    kind.name(), median(millis(kind.nanos())), median(differences), low, high,
                    100 * median(differences) / usual, 100 * low / usual, 100 * high / usual,
                    low > 0 || high < 0 ? "DIFFERS" : "not told apart");
        }
    }

    private static double[] millis(List<Long> nanos) {
        return nanos.stream().mapToDouble(time -> time / 1e6).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** All addresses and user names have the same length, so that requests of a route do too. */
    private String fresh() {
        return "%016x@example.org".formatted(random.nextLong());
    }

    private static String of(List<String> addresses, int turn) {
        return addresses.get(turn % addresses.size());
    }

    private static String login(String address, String password) {
        return "{\"identifier\":\"%s\",\"password\":\"%s\"}".formatted(address, password);
    }

    private static String wish(String address) {
        return "{\"email\":\"%s\"}".formatted(address);
    }

    private String registration(String address) {
        return "{\"email\":\"%s\",\"username\":\"%s\",\"name\":\"A Person\",\"password\":\"%s\"}"
                .formatted(address, fresh().substring(0, 16), PASSWORD);
    }

    private String signIn(String identifier, String password) throws Exception {
        return find(ACCESS_TOKEN, send(post("/v1/auth/login", login(identifier, password)), 200));
    }

    /** New accounts that an administrator makes, and then brings into another state. @param change method and end of the path */
    private List<String> accounts(String token, int number, String... change) throws Exception {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String address = fresh();
            String made = send(post("/v1/users", registration(address)).header("Authorization", "Bearer " + token), 201);
            if (change.length > 0) {
                HttpRequest.Builder changing = post("/v1/users/" + find(ID, made) + change[1], "")
                        .method(change[0], BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token);
                send(changing, change[0].equals("DELETE") ? 204 : 200);
            }
            addresses.add(address);
        }
        return addresses;
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "enumeration")
                .POST(BodyPublishers.ofString(body));
    }

    private String send(HttpRequest.Builder request, int expected) throws Exception {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response + " " + response.body());
        }
        return response.body();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(text);
        }
        return matcher.group(1);
    }
}
