package dev.muster.web.shared;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are JSON in UTF-8, not coded, and of a bounded length. */
class BodyFormHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static final Person ann = muster.signUp();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/xml",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "text/json",
                "nonsense",
                "/",
                "application/merge-patch+json",
                "application/problem+json"
            })
    void bodyOfAnotherTypeIsRefused(String type) {
        post(BodyPublishers.ofString("{\"title\": \"x\"}"), "Content-Type", type)
                .expectProblem(415, "unsupported_media_type");
    }

    @Test
    void bodyWithoutATypeIsRefused() {
        post(BodyPublishers.ofString("{\"title\": \"x\"}"), "X-Nothing", "x")
                .expectProblem(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "application/json; charset=\"utf-8\"", "APPLICATION/JSON"})
    void bodyInUtf8IsRead(String type) {
        post(BodyPublishers.ofString("{\"title\": \"\u00e4\ud83d\udca9\"}"), "Content-Type", type)
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity", "nonsense"})
    void codedBodyIsRefused(String coding) {
        muster.send(muster.request("/v1/tasks", ann.token())
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofByteArray(gzipped("{\"title\": \"x\"}"))))
                .expectProblem(415, "unsupported_media_type");
    }

    static Stream<byte[]> malformedUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc3, '('},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xe2, (byte) 0x82});
    }

    @ParameterizedTest
    @MethodSource("malformedUtf8")
    void bodyInMalformedUtf8IsRefused(byte[] inside) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"title\": \"".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(inside);
        body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));

        post(BodyPublishers.ofByteArray(body.toByteArray()), "Content-Type", "application/json")
                .expectProblem(400, "malformed_json");
    }

    @Test
    void bodyInUtf16IsRefused() {
        post(
                        BodyPublishers.ofByteArray("{\"title\": \"x\"}".getBytes(StandardCharsets.UTF_16)),
                        "Content-Type",
                        "application/json")
                .expectProblem(400, "malformed_json");
    }

    @Test
    void longestBodyIsRead() {
        String start = "{\"title\": \"x\", \"unknown\": \"";
        String body = start + "x".repeat(WebServer.MAX_BODY_BYTES - start.length() - 2) + "\"}";

        post(BodyPublishers.ofString(body), "Content-Type", "application/json").expectProblem(400, "unknown_property");
    }

    @Test
    void longerBodyIsRefused() {
        byte[] body = new byte[WebServer.MAX_BODY_BYTES + 1];

        post(BodyPublishers.ofByteArray(body), "Content-Type", "application/json")
                .expectProblem(413, "body_too_large");
    }

    @Test
    void longerBodyInChunksIsRefused() {
        byte[] part = new byte[8192];
        BodyPublisher chunked =
                BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(Collections.nCopies(160, part)));

        post(chunked, "Content-Type", "application/json").expectProblem(413, "body_too_large");
    }

    private static Answer post(BodyPublisher body, String header, String value) {
        return muster.send(
                muster.request("/v1/tasks", ann.token()).header(header, value).POST(body));
    }

    private static byte[] gzipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
