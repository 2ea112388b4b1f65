package dev.muster.web.idempotency;

import dev.muster.domain.session.Principal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests apart: a hash of method, path with query, type of the body and the body as it came. Not to be stored as it
 * is, since a body that holds a password could be found by trying.
 */
final class RequestDigest {

    /** What it does to a session is another request by another one: a repeat would only seem to sign that out. */
    private static final String ABOUT_THE_SESSION = "/v1/auth/";

    private RequestDigest() {}

    static String of(HttpRequest<?> request, byte[] body, @Nullable Principal principal) {
        MessageDigest digest = sha256();
        add(digest, bytes(request.getMethodName()));
        add(digest, bytes(request.getUri().toString()));
        add(digest, bytes(request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class, "")));
        add(digest, body);
        if (principal != null && request.getPath().startsWith(ABOUT_THE_SESSION)) {
            add(digest, bytes(principal.session().toString()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length, so that no part can be taken for the end of the one before. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
