package dev.muster.testkit.user;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserPosition;
import dev.muster.domain.user.UserStatistics;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through the users in memory. */
public final class InMemoryUserDirectory implements UserDirectory {

    /** By the text of ids, as that sorts like their bits and {@link java.util.UUID} has signs. */
    private static final Comparator<UserPosition> NEWEST_FIRST = Comparator.comparing(UserPosition::createdAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private static final String PUNCTUATION = "[\\p{Punct}\\s]+";

    private final InMemoryUsers users;
    private final InstantSource clock;
    private final Table<String, UserStatistics> refreshed;

    public InMemoryUserDirectory(InMemoryUnitOfWork unitOfWork, InMemoryUsers users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
        this.refreshed = new Table<>(unitOfWork);
    }

    @Override
    public Page<User> find(UserFilter filter, PageRequest<UserPosition> request) {
        UserPosition after = request.after();
        List<User> probed = meant(filter)
                .filter(user -> after == null || NEWEST_FIRST.compare(position(user), after) > 0)
                .sorted(Comparator.comparing(InMemoryUserDirectory::position, NEWEST_FIRST))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(probed, request.limit());
    }

    @Override
    public long count(UserFilter filter) {
        return meant(filter).count();
    }

    @Override
    public UserStatistics statistics() {
        return refreshed.rows().getOrDefault("users", counted(List.of(), clock.instant()));
    }

    @Override
    public void refreshStatistics() {
        refreshed.change(rows -> rows.put("users", counted(users.all().toList(), clock.instant())));
    }

    private Stream<User> meant(UserFilter filter) {
        return users.all().filter(user -> accepts(filter, user));
    }

    private static boolean accepts(UserFilter filter, User user) {
        Instant createdAt = user.lifetime().createdAt();
        return accepts(filter.text(), text -> matches(user, text))
                && accepts(
                        filter.email(),
                        email ->
                                email.canonical().equals(user.identity().email().canonical()))
                && accepts(
                        filter.username(),
                        username -> username.canonical()
                                .equals(user.identity().username().canonical()))
                && (filter.status() == null ? user.status() != UserStatus.DELETED : user.status() == filter.status())
                && accepts(filter.role(), user.roles()::contains)
                && accepts(filter.createdAfter(), after -> !createdAt.isBefore(after))
                && accepts(filter.createdBefore(), createdAt::isBefore);
    }

    private static <T> boolean accepts(@Nullable T wanted, Predicate<T> condition) {
        return wanted == null || condition.test(wanted);
    }

    private static boolean matches(User user, String text) {
        String searched = folded(user.identity().name().value() + "\n"
                + user.identity().username().value() + "\n"
                + user.identity().email().value());
        Set<String> wanted = words(folded(text));
        return searched.contains(folded(text))
                || (!wanted.isEmpty() && words(searched).containsAll(wanted));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Set<String> words(String folded) {
        return Arrays.stream(folded.split(PUNCTUATION, -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UserPosition position(User user) {
        return new UserPosition(user.lifetime().createdAt(), user.id());
    }

    private static UserStatistics counted(List<User> all, Instant now) {
        List<User> active = all.stream().filter(User::isActive).toList();
        Map<UserStatus, Long> byStatus = Arrays.stream(UserStatus.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        status -> all.stream()
                                .filter(user -> user.status() == status)
                                .count()));
        return new UserStatistics(
                byStatus,
                active.stream().filter(user -> user.identity().emailVerified()).count(),
                recently(all, user -> user.lifetime().createdAt(), now),
                recently(active, user -> user.signIns().lastLoginAt(), now),
                now);
    }

    private static UserStatistics.Recently recently(
            List<User> users, Function<User, @Nullable Instant> moment, Instant now) {
        return new UserStatistics.Recently(
                since(users, moment, now.minus(Duration.ofDays(1))),
                since(users, moment, now.minus(Duration.ofDays(7))),
                since(users, moment, now.minus(Duration.ofDays(30))));
    }

    private static long since(List<User> users, Function<User, @Nullable Instant> moment, Instant begin) {
        return users.stream()
                .filter(user -> {
                    Instant at = moment.apply(user);
                    return at != null && !at.isBefore(begin);
                })
                .count();
    }
}
