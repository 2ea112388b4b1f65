package dev.muster.web.connection;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts every byte of memory that connections have taken and not given back; only where a test asks for it. */
@Singleton
@Requires(property = "test.buffers")
final class CountedBuffers implements NettyServerCustomizer, BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final AtomicLong peak = new AtomicLong();

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        if (role == ChannelRole.CONNECTION) {
            channel.config().setAllocator(allocator);
            channel.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    peak.accumulateAndGet(bytes(), Math::max);
                    context.fireChannelRead(message);
                }
            });
        }
        return this;
    }

    /** The most there ever was. */
    long peak() {
        return peak.get();
    }

    long bytes() {
        return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
    }
}
