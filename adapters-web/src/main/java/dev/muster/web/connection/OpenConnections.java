package dev.muster.web.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes so many connections at once, and closes one more before anything is made for it. Stands where the listening socket
 * hands connections over, which one thread does for all of them.
 */
final class OpenConnections extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    /** Whoever tries without end shall not fill the log. */
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final int max;
    private final AtomicInteger open = new AtomicInteger();
    private long nextWarning = System.nanoTime();

    OpenConnections(int max) {
        this.max = max;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel connection = (Channel) accepted;
        if (open.get() >= max) {
            connection.unsafe().closeForcibly();
            warn();
            return;
        }
        open.incrementAndGet();
        connection.closeFuture().addListener(closed -> open.decrementAndGet());
        context.fireChannelRead(connection);
    }

    private void warn() {
        long now = System.nanoTime();
        if (now - nextWarning >= 0) {
            nextWarning = now + BETWEEN_WARNINGS;
            LOG.warn("All {} connections that may be open at once are; others are closed until one of them is.", max);
        }
    }
}
