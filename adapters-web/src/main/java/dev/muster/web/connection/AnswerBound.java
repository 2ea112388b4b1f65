package dev.muster.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client does not take what is written. The time is that of a piece: a download may take long, as
 * long as it goes on.
 */
final class AnswerBound extends WriteTimeoutHandler {

    AnswerBound(Duration time) {
        super(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Without the exception that would be told here, as the server would log it for a fault. */
    @Override
    protected void writeTimedOut(ChannelHandlerContext context) {
        context.close();
    }
}
