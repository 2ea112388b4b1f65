package dev.muster.web.connection;

import dev.muster.web.shared.WebServer;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Puts the bounds into the server: one on its listening socket, and three on every connection. */
@Singleton
final class ConnectionBounds
        implements NettyServerCustomizer, BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** Of the memory that the process may have; as much again may be buffers. */
    private static final int SHARE_OF_UNTAKEN = 4;

    private final UntakenAnswers untaken =
            new UntakenAnswers(Runtime.getRuntime().maxMemory() / SHARE_OF_UNTAKEN);
    private final int maxConnections;
    private final Duration headTime;
    private final Duration bodyTime;
    private final Duration writeTime;

    ConnectionBounds(
            @Value("${" + WebServer.MAX_CONNECTIONS + "}") int maxConnections,
            @Value("${" + WebServer.HEAD_TIME + "}") Duration headTime,
            @Value("${" + WebServer.BODY_TIME + "}") Duration bodyTime,
            @Value("${" + WebServer.WRITE_TIME + "}") Duration writeTime) {
        this.maxConnections = maxConnections;
        this.headTime = headTime;
        this.bodyTime = bodyTime;
        this.writeTime = writeTime;
    }

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        if (role == ChannelRole.LISTENER) {
            channel.pipeline().addLast(new OpenConnections(maxConnections));
        }
        return role == ChannelRole.CONNECTION ? onceBuilt(channel.pipeline()) : this;
    }

    private NettyServerCustomizer onceBuilt(ChannelPipeline pipeline) {
        return new NettyServerCustomizer() {
            @Override
            public void onStreamPipelineBuilt() {
                String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
                pipeline.addAfter(codec, null, new RequestBounds(headTime, bodyTime));
                pipeline.addAfter(codec, null, new AnswerBound(writeTime));
                pipeline.addAfter(codec, null, untaken);
            }
        };
    }
}
