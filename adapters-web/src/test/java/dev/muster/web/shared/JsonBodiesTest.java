package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.simple.SimpleHttpHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who frees the memory of a body, as the server expects it. */
class JsonBodiesTest {

    @Test
    void bodyIsGivenBackOnceItIsRead() {
        ByteBuf body = body("[\"a\"]");

        assertThat(read(body)).isEqualTo(List.of("a"));
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void bodyThatCantBeReadIsLeftToTheServer() {
        ByteBuf body = body("[");

        assertThatThrownBy(() -> read(body)).isInstanceOf(Refusal.class);
        assertThat(body.refCnt()).isEqualTo(1);
    }

    private static ByteBuf body(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Object read(ByteBuf body) {
        return new JsonBodies<>()
                .read(
                        Argument.OBJECT_ARGUMENT,
                        MediaType.APPLICATION_JSON_TYPE,
                        new SimpleHttpHeaders(),
                        NettyByteBufferFactory.DEFAULT.wrap(body));
    }
}
