package dev.muster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@link Ids} promise. A test class of the adapter implements this interface and gives the adapter and its clock:
 *
 * <pre>{@code
 * final class MyIdsTest implements IdsContract {
 *     private final InstantSource clock = InstantSource.system();
 *     private final Ids ids = new MyIds(clock);
 *     public Ids ids() { return ids; }
 *     public InstantSource clock() { return clock; }
 * }
 * }</pre>
 */
public interface IdsContract {

    /** What is tested; the same at every call. */
    Ids ids();

    /** The clock that it works by. */
    InstantSource clock();

    @Test
    default void idsAreUuidsOfVersion7() {
        assertThat(some(1000)).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    default void idsBeginWithTheTimeTheyWereMadeAt() {
        long before = clock().millis();
        long stamp = ids().next().getMostSignificantBits() >>> 16;

        assertThat(stamp).isBetween(before, clock().millis() + 1000);
    }

    @Test
    default void laterIdsSortAfterEarlierOnes() {
        List<String> made = some(10_000).stream().map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void idsCannotBeGuessedFromOneAnother() {
        List<UUID> made = some(1000);
        Stream<Long> steps = IntStream.range(1, made.size())
                .mapToObj(i ->
                        made.get(i).getLeastSignificantBits() - made.get(i - 1).getLeastSignificantBits());

        assertThat(steps).doesNotHaveDuplicates();
    }

    @Test
    default void idsOfManyThreadsAreUniqueAndInOrderForEach() {
        List<List<String>> made = Race.values(
                Race.of(thread -> some(2000).stream().map(UUID::toString).toList()));

        assertThat(made).allSatisfy(ofOneThread -> assertThat(ofOneThread).isSorted());
        assertThat(made.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    private List<UUID> some(int count) {
        return Stream.generate(ids()::next).limit(count).toList();
    }
}
