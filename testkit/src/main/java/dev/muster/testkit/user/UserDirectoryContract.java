package dev.muster.testkit.user;

import static dev.muster.testkit.user.DirectoryStage.position;
import static dev.muster.testkit.user.DirectoryStage.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link UserDirectory} promises. A test class of the adapter implements this interface, over users and roles of
 * the same store, which need not be empty. This interface is about pages; its parts: {@link FilteredUsersContract},
 * {@link SearchedUsersContract} about texts, {@link UserStatisticsContract}.
 */
public interface UserDirectoryContract extends FilteredUsersContract, SearchedUsersContract, UserStatisticsContract {

    @Test
    default void everythingOfAUserIsTold() {
        User known = stored(UserFixture.everythingKnown());
        User little = stored(UserFixture.aUser().build());
        User gone = stored(UserFixture.aUser().deleted().build());

        for (User user : List.of(known, little, gone)) {
            UserFilter exact = new UserFilter(null, user.identity().email(), null, user.status(), null, null, null);
            assertThat(page(exact, 10, null).items()).containsExactly(user);
        }
    }

    @Test
    default void newestComeFirst() {
        String word = word();
        User middle = namedAt(word, 2);
        User newest = namedAt(word, 3);
        User oldest = namedAt(word, 1);

        assertMeant(with(word), newest, middle, oldest);
    }

    @Test
    default void usersOfTheSameMomentComeByGreaterIdFirst() {
        String word = word();
        User first = UserFixture.aUser().name(word).build();
        User second = UserFixture.aUser().name(word).build();
        User third = UserFixture.aUser().name(word).build();
        List.of(second, third, first).forEach(this::stored);

        assertMeant(with(word), third, second, first);
    }

    @Test
    default void pagesFollowOneAnotherWithoutGapOrRepetition() {
        String word = word();
        IntStream.range(0, 11).forEach(number -> namedAt(word, number / 4));
        List<User> whole = page(with(word), PageRequest.MAX_LIMIT, null).items();

        assertThat(whole).hasSize(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(with(word), limit)).as("pages of %s", limit).isEqualTo(whole);
        }
    }

    @Test
    default void pageTellsWhetherSomethingFollows() {
        String word = word();
        User oldest = namedAt(word, 1);
        User newest = namedAt(word, 2);

        assertThat(page(with(word), 1, null)).isEqualTo(new Page<>(List.of(newest), true));
        assertThat(page(with(word), 2, null)).isEqualTo(new Page<>(List.of(newest, oldest), false));
        assertThat(page(with(word), 1, position(newest))).isEqualTo(new Page<>(List.of(oldest), false));
        assertThat(page(with(word), 1, position(oldest))).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void nobodyIsLostOrToldTwiceWhileOthersCome() {
        String word = word();
        List<User> before = IntStream.range(0, 20)
                .mapToObj(number -> namedAt(word, number / 3))
                .toList();
        List<User> walked = new ArrayList<>();
        Page<User> page = page(with(word), 3, null);
        walked.addAll(page.items());
        for (int round = 0; page.hasMore() && round < 50; round++) {
            // Beside the place where the walk stands, before it and after it.
            IntStream.range(0, 3).forEach(number -> namedAt(word, number * 3));
            page = page(with(word), 7, position(walked.getLast()));
            walked.addAll(page.items());
        }

        assertThat(page.hasMore()).isFalse();
        assertThat(walked).containsAll(before).doesNotHaveDuplicates();
    }

    @Test
    default void pagesOfEverybodyFollowOneAnother() {
        String word = word();
        namedAt(word, 1);
        namedAt(word, 2);
        Page<User> first = page(UserFilter.ALL, 1, null);
        Page<User> second = page(UserFilter.ALL, 1, position(first.items().getFirst()));

        assertThat(first.hasMore()).isTrue();
        assertThat(position(second.items().getFirst()).createdAt())
                .isBeforeOrEqualTo(position(first.items().getFirst()).createdAt());
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
    }
}
