package dev.muster.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers of 10 000 bytes and a little for Netty, of which two may be untaken. */
class UntakenAnswersTest {

    private final UntakenAnswers untaken = new UntakenAnswers(25_000);

    @AutoClose("finishAndReleaseAll")
    private final EmbeddedChannel first = connection();

    @AutoClose("finishAndReleaseAll")
    private final EmbeddedChannel second = connection();

    @AutoClose("finishAndReleaseAll")
    private final EmbeddedChannel third = connection();

    @Test
    void whoHasTakenNothingForLongestIsClosed() {
        first.write(answer());
        second.write(answer());
        assertThat(first.isOpen()).isTrue();

        third.write(answer());

        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
    }

    @Test
    void whoReadsAgainIsNotTheOneForLongest() {
        first.write(answer());
        second.write(answer());
        first.flush();
        first.write(answer());

        third.write(answer());

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
    }

    @Test
    void whatIsTakenOrOfAnEndedConnectionCountsNoMore() {
        first.write(answer());
        first.flush();
        second.write(answer());
        second.close();

        first.write(answer());
        third.write(answer());

        assertThat(first.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
    }

    private EmbeddedChannel connection() {
        var channel = new EmbeddedChannel(untaken);
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 10));
        return channel;
    }

    private static Object answer() {
        return Unpooled.wrappedBuffer(new byte[10_000]);
    }
}
