package dev.muster.domain.shared;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {

    @Test
    void oneItemMoreThanTheLimitTellsThatSomethingFollows() {
        assertThat(Page.of(List.of("a", "b", "c"), 2)).isEqualTo(new Page<>(List.of("a", "b"), true));
        assertThat(Page.of(List.of("a", "b"), 2)).isEqualTo(new Page<>(List.of("a", "b"), false));
        assertThat(Page.of(List.of(), 2)).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    void itemsAreThePagesOwn() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(items, false);
        items.add("b");

        assertThat(page.items()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void requestTakesALimitInRange(int limit) {
        assertThat(new PageRequest<>(limit, "after").limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void requestRefusesALimitOutOfRange(int limit) {
        assertRefused(FieldError.OUT_OF_RANGE, () -> new PageRequest<String>(limit, null));
    }
}
