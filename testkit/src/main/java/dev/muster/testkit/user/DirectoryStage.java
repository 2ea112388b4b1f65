package dev.muster.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserDirectory;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserPosition;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of the {@link UserDirectoryContract} begin with: people whose names share a word that no other has. */
public interface DirectoryStage extends RoleStage {

    /** What is tested. */
    UserDirectory directory();

    /** A word that nobody's name has yet. */
    default String word() {
        String id = UserFixture.nextId().value().toString().replace("-", "");
        return "w" + id.substring(8);
    }

    /** Stores someone whose name has a word. */
    default User named(String word) {
        return stored(UserFixture.aUser().name("Ann " + word).build());
    }

    /** Stores someone whose name has a word, some seconds after the others. */
    default User namedAt(String word, int second) {
        return stored(UserFixture.aUser()
                .name("Ann " + word)
                .createdAt(TestClock.START.plusSeconds(second))
                .build());
    }

    /** Those whose name has a word. */
    static UserFilter with(String word) {
        return new UserFilter(word, null, null, null, null, null, null);
    }

    default Page<User> page(UserFilter filter, int limit, @Nullable UserPosition after) {
        return read(() -> directory().find(filter, new PageRequest<>(limit, after)));
    }

    /** All who match, page by page. */
    default List<User> walk(UserFilter filter, int limit) {
        List<User> walked = new ArrayList<>();
        Page<User> page = page(filter, limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            page = page(filter, limit, position(walked.getLast()));
            walked.addAll(page.items());
        }
        return walked;
    }

    default void assertMeant(UserFilter filter, User... meant) {
        assertThat(page(filter, 10, null).items()).as("%s", filter).containsExactly(meant);
        assertThat(read(() -> directory().count(filter))).as("%s", filter).isEqualTo(meant.length);
    }

    static UserPosition position(User user) {
        return new UserPosition(user.lifetime().createdAt(), user.id());
    }
}
