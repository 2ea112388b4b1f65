package dev.muster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.shared.Race;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SeldomTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final Seldom seldom = new Seldom(nanos::get);

    @Test
    void oneOfManyMayTellInAPause() {
        assertThat(Race.values(Race.of(8, thread -> seldom.mayTell()))).containsOnlyOnce(true);

        nanos.addAndGet(Seldom.PAUSE.toNanos() - 1);
        assertThat(seldom.mayTell()).isFalse();
        nanos.addAndGet(1);
        assertThat(seldom.mayTell()).isTrue();
        assertThat(seldom.mayTell()).isFalse();
    }
}
