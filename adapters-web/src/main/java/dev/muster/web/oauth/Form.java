package dev.muster.web.oauth;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request to an OAuth endpoint, by their names. Those without a value are left out, as if they had not
 * been sent (RFC 6749, section 3.2).
 */
record Form(Map<String, String> parameters) {

    /** Ours are a few tokens and names. */
    static final int MAX_BYTES = 16 * 1024;

    Form {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads application/x-www-form-urlencoded, strictly: percent-encoded UTF-8, and no parameter twice (RFC 6749, appendix B
     * and section 3.2).
     *
     * @throws OAuthRefusal with INVALID_REQUEST if it is not of this form
     */
    static Form parse(byte[] body) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text(body, StandardCharsets.US_ASCII).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (parameters.putIfAbsent(name, value) != null) {
                throw malformed("A parameter is repeated.");
            }
        }
        parameters.values().removeIf(String::isEmpty);
        return new Form(parameters);
    }

    /** The value of a parameter, or null. */
    @Nullable String find(String name) {
        return parameters.get(name);
    }

    /** @throws OAuthRefusal with INVALID_REQUEST if there is none */
    String require(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw malformed("The parameter " + name + " is missing.");
        }
        return value;
    }

    /** Percent-encoding stands for bytes; the decoder of the platform would let bytes pass that are no UTF-8. */
    private static String decoded(String encoded) {
        try {
            byte[] bytes =
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return text(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw malformed("The body is not percent-encoded.");
        }
    }

    private static String text(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notOfCharset) {
            throw malformed("The body is not percent-encoded UTF-8.");
        }
    }

    private static OAuthRefusal malformed(String description) {
        return new OAuthRefusal(OAuthError.INVALID_REQUEST, description);
    }

    /** Names only: values are secrets. */
    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }
}
