package dev.muster.web.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the memory of answers that clients do not take, of all connections together. Beyond it the connection is closed
 * whose client has taken nothing for the longest time: one that reads, however slowly, is not it for long.
 */
@Sharable
final class UntakenAnswers extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(UntakenAnswers.class);

    /** Whoever tries without end shall not fill the log. */
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final long maxBytes;
    private final Map<Channel, Long> longestFirst = new LinkedHashMap<>();
    private long bytes;
    private long nextWarning = System.nanoTime();

    UntakenAnswers(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A connection takes no more at the moment, or takes some again. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Channel channel = context.channel();
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        if (buffer == null || channel.isWritable()) {
            remove(channel);
        } else {
            add(channel, buffer.totalPendingWriteBytes());
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        remove(context.channel());
    }

    private synchronized void add(Channel channel, long pending) {
        remove(channel);
        longestFirst.put(channel, pending);
        bytes += pending;
        while (bytes > maxBytes) {
            Channel longest = longestFirst.keySet().iterator().next();
            remove(longest);
            longest.close();
            warn();
        }
    }

    private synchronized void remove(Channel channel) {
        Long pending = longestFirst.remove(channel);
        bytes -= pending == null ? 0 : pending;
    }

    private void warn() {
        long now = System.nanoTime();
        if (now - nextWarning >= 0) {
            nextWarning = now + BETWEEN_WARNINGS;
            LOG.warn(
                    "Answers that clients do not take hold {} bytes; connections that take none are closed.", maxBytes);
        }
    }
}
