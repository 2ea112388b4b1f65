package dev.muster.testkit.shared;

import dev.muster.domain.shared.Ids;
import java.time.InstantSource;

final class MonotonicIdsTest implements IdsContract {

    private final TestClock clock = new TestClock();
    private final MonotonicIds ids = new MonotonicIds(clock);

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }
}
