package dev.muster.web.connection;

import dev.muster.web.shared.UnreadRequest;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds one connection to its bounds: a head and a body have to be there in their time, however steadily their bytes drip
 * in, and only so many requests may be sent ahead of their answers. Beyond a bound nothing more is read, what came whole is
 * still answered, in order, and the connection ends with the last answer. Requests are passed on one at a time, and none while
 * what was answered before is not taken: else a client that reads nothing would have an answer to each kept for it. Stands
 * behind the codec, where a request that comes in one piece, as nearly all do, costs no clock.
 */
final class RequestBounds extends ChannelDuplexHandler {

    /** Requests without an answer: a client may send ahead (RFC 9112, section 9.3.2), but each takes memory. */
    static final int MAX_UNANSWERED = 16;

    private final Duration headTime;
    private final Duration bodyTime;
    private final Deque<Object> ahead = new ArrayDeque<>(2);
    private int unanswered;
    private boolean answering;
    private boolean passing;
    private boolean readWanted;
    private boolean inBody;
    private boolean progressed;
    private boolean ended;
    private @Nullable ScheduledFuture<?> clock;

    RequestBounds(Duration headTime, Duration bodyTime) {
        this.headTime = headTime;
        this.bodyTime = bodyTime;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        progressed = true;
        boolean begins = message instanceof HttpRequest;
        if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            // Asked for by HEAD, the server would answer the bare status. The codec knows what was asked, and leaves
            // the body out.
            request.setMethod(HttpMethod.GET);
        }
        ended = ended || begins && unanswered == MAX_UNANSWERED;
        if (ended) {
            ReferenceCountUtil.release(message);
            return;
        }
        boolean ends = message instanceof LastHttpContent;
        if (begins || ends) {
            stopClock();
            inBody = !ends;
        }
        unanswered += begins ? 1 : 0;
        if (!begins
                && message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            content.release();
            breakOff(context, UnreadRequest.malformed());
        } else {
            pass(context, message);
        }
    }

    private void pass(ChannelHandlerContext context, Object message) {
        ahead.add(message);
        passOn(context);
    }

    /** What belongs to the request that is being answered, and the next one when it may be. */
    private void passOn(ChannelHandlerContext context) {
        if (passing) {
            return;
        }
        passing = true;
        while (!ahead.isEmpty() && (!(ahead.peek() instanceof HttpRequest) || mayBegin(context))) {
            Object message = ahead.remove();
            answering = answering || message instanceof HttpRequest;
            if (message instanceof UnreadRequest reason) {
                context.fireExceptionCaught(reason);
            } else {
                context.fireChannelRead(message);
            }
        }
        passing = false;
        if (readWanted && ahead.isEmpty()) {
            readWanted = false;
            context.read();
        }
    }

    private boolean mayBegin(ChannelHandlerContext context) {
        return !answering && context.channel().isWritable();
    }

    /** Later, as an answer is written in the midst of other things. */
    private void passOnLater(ChannelHandlerContext context) {
        if (!ahead.isEmpty() && mayBegin(context)) {
            context.executor().execute(() -> {
                passOn(context);
                context.fireChannelReadComplete();
            });
        }
    }

    /** No more is read while there is something to be passed on. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (ahead.isEmpty()) {
            context.read();
        } else {
            readWanted = true;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        passOnLater(context);
    }

    /** What has come can't be seen before the codec has made something of it: if not, it is part of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (clock == null && !ended && (inBody || !progressed)) {
            Duration time = inBody ? bodyTime : headTime;
            clock = context.executor().schedule(() -> end(context), time.toMillis(), TimeUnit.MILLISECONDS);
        }
        progressed = false;
        context.fireChannelReadComplete();
    }

    private void end(ChannelHandlerContext context) {
        clock = null;
        if (inBody) {
            breakOff(context, UnreadRequest.overdue());
        } else {
            ended = true;
            unanswered++;
            pass(context, unreadable());
            context.fireChannelReadComplete();
        }
    }

    /** Whoever waits for the body is told; where it is answered already, nobody does. */
    private void breakOff(ChannelHandlerContext context, UnreadRequest reason) {
        ended = true;
        if (unanswered > 0) {
            pass(context, reason);
        } else {
            context.close();
        }
    }

    /** As the codec itself tells of a head that can't be read, so that it is answered in its turn. */
    private static HttpRequest unreadable() {
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER);
        request.setDecoderResult(DecoderResult.failure(UnreadRequest.overdue()));
        return request;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isInterim(message)) {
            context.write(message, promise);
            return;
        }
        boolean lastAnswer = ended && unanswered == 1;
        if (lastAnswer && message instanceof HttpResponse answer) {
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (message instanceof LastHttpContent) {
            unanswered--;
            ChannelPromise written = lastAnswer ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise;
            context.write(message, written);
            answering = false;
            passOnLater(context);
        } else {
            context.write(message, promise);
        }
    }

    /** As 100 (Continue), after which the answer is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stopClock();
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
    }

    private void stopClock() {
        if (clock != null) {
            clock.cancel(false);
            clock = null;
        }
    }
}
