package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.audit.Origin;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginHttpTest {

    @AutoClose
    private static final RunningMuster muster =
            RunningMuster.start(Map.of("test.origins", true, "test.proxies", "127.0.0.1"));

    @ParameterizedTest
    @ValueSource(strings = {"/origins/database", "/origins/hashing"})
    void workersKnowWhoseRequestTheyWorkFor(String path) {
        Answer answer = muster.send(muster.request(path).header("User-Agent", "Tester/1.0"))
                .expect(200);

        assertThat(answer.body()).isEqualTo("\"127.0.0.1|Tester/1.0|" + answer.header("X-Request-Id") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/origins/database", "/origins/hashing"})
    void requestIdOfTheClientIsTheOneThatIsTold(String path) {
        Answer answer = muster.send(
                        muster.request(path).header("User-Agent", "x").header("X-Request-Id", "from-the-client"))
                .expect(200);

        assertThat(answer.body()).isEqualTo("\"127.0.0.1|x|from-the-client\"");
        assertThat(answer.header("X-Request-Id")).isEqualTo("from-the-client");
    }

    @Test
    void addressIsTheOneThatATrustedProxySpeaksFor() {
        Answer answer = muster.send(muster.request("/origins/database").header("X-Forwarded-For", "2001:db8::7"))
                .expect(200);

        assertThat(answer.body()).startsWith("\"2001:db8:0:0:0:0:0:7|");
    }

    @Test
    void longUserAgentIsCut() {
        Answer answer = muster.send(muster.request("/origins/database").header("User-Agent", "x".repeat(2000)))
                .expect(200);

        assertThat(answer.body()).contains("|" + "x".repeat(500) + "|");
    }

    @ParameterizedTest
    @ValueSource(strings = {Workers.DATABASE, Workers.HASHING})
    void threadThatWorksForNoRequestIsNowhere(String workers) throws Exception {
        Supplier<Origin> origin = muster.context().getBean(Argument.of(Supplier.class, Origin.class));
        muster.send(muster.request("/origins/" + workers)).expect(200);
        ExecutorService executor = muster.context().getBean(ExecutorService.class, Qualifiers.byName(workers));

        assertThat(origin.get()).isEqualTo(Origin.NONE);
        for (int i = 0; i < 20; i++) {
            assertThat(executor.submit(origin::get).get(10, TimeUnit.SECONDS)).isEqualTo(Origin.NONE);
        }
    }
}
