package dev.muster.web.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyHandler;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes bodies in JSON, strictly; whatever is wrong with one is a {@link Refusal} that says where. */
@Singleton
@Replaces(JsonMessageHandler.class)
@Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
@Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
public final class JsonBodies<T> implements MessageBodyHandler<T> {

    /** Media type of a change (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private final ObjectMapper mapper = StrictJson.mapper();

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
        T value = parse(type, mediaType, body.toByteArray());
        giveBack(body);
        return value;
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        try {
            return parse(type, mediaType, body.readAllBytes());
        } catch (IOException broken) {
            throw new CodecException("the body can't be read", broken);
        }
    }

    /** Frees the memory of a body. That is for its reader to do, but for the server when it could not be read. */
    public static void giveBack(ByteBuffer<?> body) {
        if (body instanceof ReferenceCounted counted) {
            counted.release();
        }
    }

    @Override
    public void writeTo(Argument<T> type, MediaType mediaType, T value, MutableHeaders headers, OutputStream body) {
        headers.set(HttpHeaders.CONTENT_TYPE, mediaType.toString());
        try {
            mapper.writeValue(body, value);
        } catch (IOException broken) {
            throw new CodecException("the body can't be written", broken);
        }
    }

    private T parse(Argument<T> type, @Nullable MediaType mediaType, byte[] body) {
        requireUtf8(mediaType);
        CharBuffer text = decode(body);
        try (JsonParser parser =
                mapper.createParser(text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            if (parser.nextToken() == null) {
                throw JsonFaults.malformed("is empty", null);
            }
            T value = mapper.readValue(parser, mapper.constructType(type.getType()));
            if (value == null) {
                throw Refusal.atPointer(WebError.WRONG_TYPE, "", "must be an object");
            }
            if (parser.nextToken() != null) {
                throw JsonFaults.malformed("goes on after its end", parser.currentTokenLocation());
            }
            return value;
        } catch (JsonProcessingException fault) {
            throw JsonFaults.explain(fault);
        } catch (IOException impossible) {
            throw new CodecException("the body is in memory", impossible);
        }
    }

    /** By ourselves, as the parser would guess at encodings and let some malformed UTF-8 pass. */
    private static CharBuffer decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(body));
        } catch (CharacterCodingException malformed) {
            throw JsonFaults.malformed("is not UTF-8", null);
        }
    }

    /** A body without a type is as unknown as one of a type that is not read. */
    private static void requireUtf8(@Nullable MediaType mediaType) {
        if (mediaType == null) {
            throw FrameworkFaults.unsupportedMediaType();
        }
        String charset = mediaType.getParameters().get("charset").orElse("utf-8");
        if (!charset.replace("\"", "").toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw FrameworkFaults.unsupportedMediaType();
        }
    }
}
