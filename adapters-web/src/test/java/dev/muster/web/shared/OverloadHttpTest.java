package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import io.micronaut.context.propagation.instrument.execution.ContextPropagatingExecutorService;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class OverloadHttpTest {

    @Test
    void oneMoreThanMayWaitIsRefusedAndOthersAreServed() throws InterruptedException {
        Map<String, Object> small = Map.of("test.faults", true, WebServer.THREADS, 1, WebServer.WAITING_REQUESTS, 1);
        try (RunningMuster muster = RunningMuster.start(small)) {
            Person ann = muster.signUp();
            muster.get("/v1/me", ann.token()).expect(200);
            var working = CompletableFuture.supplyAsync(() -> muster.get("/faults/busy", null));
            FaultyController.BUSY.acquire();
            var waiting = CompletableFuture.supplyAsync(() -> muster.get("/faults/busy", null));

            awaitOneWaiting(muster);

            Answer refused = muster.get("/v1/me", ann.token()).expectProblem(503, "overloaded");

            assertThat(refused.header("Retry-After")).isEqualTo("1");
            muster.get("/health/ready", null).expect(200);
            muster.signIn(ann.name());
            FaultyController.RELEASE.countDown();
            assertThat(working.join().status()).isEqualTo(200);
            assertThat(waiting.join().status()).isEqualTo(200);
        }
    }

    private static void awaitOneWaiting(RunningMuster muster) {
        ExecutorService bean = muster.context().getBean(ExecutorService.class, Qualifiers.byName(Workers.DATABASE));
        var workers = (ThreadPoolExecutor)
                ContextPropagatingExecutorService.unwrap(bean).orElse(bean);
        while (workers.getQueue().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
