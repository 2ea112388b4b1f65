package dev.muster.web.oauth;

import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads forms. The framework's own reader would take them for maps and let repeated parameters pass. */
@Singleton
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class FormBodies implements MessageBodyReader<Form> {

    @Override
    public boolean isReadable(Argument<Form> type, @Nullable MediaType mediaType) {
        return type.getType() == Form.class;
    }

    @Override
    public Form read(Argument<Form> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
        requireType(headers);
        Form form = parse(body.toByteArray());
        JsonBodies.giveBack(body);
        return form;
    }

    @Override
    public Form read(Argument<Form> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        requireType(headers);
        try {
            return parse(body.readNBytes(Form.MAX_BYTES + 1));
        } catch (IOException broken) {
            throw new CodecException("the body can't be read", broken);
        }
    }

    /** A body of no type reaches the reader of the route's. */
    private static void requireType(Headers headers) {
        if (headers.get(HttpHeaders.CONTENT_TYPE) == null) {
            throw new Refusal(WebError.UNSUPPORTED_MEDIA_TYPE, "The body must be a form and say so.");
        }
    }

    private static Form parse(byte[] body) {
        if (body.length > Form.MAX_BYTES) {
            throw new Refusal(WebError.BODY_TOO_LARGE, "A form must have at most " + Form.MAX_BYTES + " bytes.");
        }
        return Form.parse(body);
    }
}
