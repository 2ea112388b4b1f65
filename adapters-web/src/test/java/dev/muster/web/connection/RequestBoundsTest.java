package dev.muster.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
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
        assertThat(channel.inboundMessages()).hasSize(RequestBounds.MAX_UNANSWERED);

        for (int i = 1; i < RequestBounds.MAX_UNANSWERED; i++) {
            assertThat(answered().headers().contains(HttpHeaderNames.CONNECTION))
                    .isFalse();
        }
        assertThat(channel.isOpen()).isTrue();
        assertThat(answered().headers().get(HttpHeaderNames.CONNECTION)).isEqualTo("close");
        assertThat(channel.isOpen()).isFalse();
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
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
        channel.writeOutbound(answer);
        return channel.readOutbound();
    }

    private static DefaultFullHttpRequest request() {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER);
    }
}
