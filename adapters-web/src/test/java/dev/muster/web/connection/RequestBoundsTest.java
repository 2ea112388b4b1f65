package dev.muster.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Without a socket, where it is chance how many requests come in one read. */
class RequestBoundsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @AutoClose("finishAndReleaseAll")
    private final EmbeddedChannel channel = new EmbeddedChannel(new RequestBounds(LONG, LONG));

    @Test
    void noMoreAreTakenThanMayWaitForAnAnswer() {
        for (int i = 0; i < RequestBounds.MAX_UNANSWERED + 2; i++) {
            channel.writeInbound(request());
        }

        for (int i = 1; i < RequestBounds.MAX_UNANSWERED; i++) {
            assertThat(answered().headers().contains(HttpHeaderNames.CONNECTION))
                    .isFalse();
        }
        assertThat(channel.isOpen()).isTrue();
        assertThat(answered().headers().get(HttpHeaderNames.CONNECTION)).isEqualTo("close");
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.inboundMessages()).hasSize(RequestBounds.MAX_UNANSWERED);
    }

    @Test
    void nextRequestWaitsForTheAnswerBefore() {
        channel.writeInbound(request(), request());
        assertThat(channel.inboundMessages()).hasSize(1);

        answered();

        assertThat(channel.inboundMessages()).hasSize(2);
    }

    @Test
    void nextRequestWaitsUntilTheAnswerBeforeIsTaken() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 10));
        channel.writeInbound(request(), request());

        channel.write(answer(Unpooled.wrappedBuffer(new byte[100])));
        channel.runPendingTasks();
        assertThat(channel.inboundMessages()).hasSize(1);

        channel.flushOutbound();
        assertThat(channel.inboundMessages()).hasSize(2);
    }

    @Test
    void whatWaitsIsGivenBackWhenTheConnectionEnds() {
        DefaultFullHttpRequest waiting = request(Unpooled.buffer(10));
        channel.writeInbound(request(), waiting);

        channel.close();
        channel.runPendingTasks();

        assertThat(waiting.refCnt()).isZero();
    }

    @Test
    void answeredRequestsMakeRoomForOthers() {
        for (int i = 0; i < RequestBounds.MAX_UNANSWERED * 2; i++) {
            channel.writeInbound(request());
            answered();
        }
        assertThat(channel.inboundMessages()).hasSize(RequestBounds.MAX_UNANSWERED * 2);
        assertThat(channel.isOpen()).isTrue();
    }

    private HttpResponse answered() {
        channel.writeOutbound(answer(Unpooled.EMPTY_BUFFER));
        return channel.readOutbound();
    }

    private static DefaultFullHttpResponse answer(ByteBuf body) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
    }

    private static DefaultFullHttpRequest request() {
        return request(Unpooled.EMPTY_BUFFER);
    }

    private static DefaultFullHttpRequest request(ByteBuf body) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", body);
    }
}
