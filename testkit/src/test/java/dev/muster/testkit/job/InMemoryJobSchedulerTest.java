package dev.muster.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.job.Job;
import dev.muster.domain.job.JobScheduler;
import dev.muster.testkit.shared.TestClock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryJobSchedulerTest implements JobSchedulerContract {

    private final TestClock clock = new TestClock();
    private final InMemoryJobScheduler scheduler = new InMemoryJobScheduler(clock);

    @Override
    public JobScheduler scheduler() {
        return scheduler;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public void runDue() {
        scheduler.runDue();
    }

    @Test
    void whatJobsThrowIsTold() {
        var failure = new UnsupportedOperationException("on purpose");
        scheduler.start(List.of(new Job("job", OFTEN, () -> {
            throw failure;
        })));
        scheduler.runDue();

        assertThat(scheduler.failures()).containsExactly(failure);
    }
}
