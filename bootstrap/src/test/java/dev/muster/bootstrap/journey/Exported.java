package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Asks for exports, waits for them and downloads them. */
public final class Exported {

    /** More than a server that takes the place of a killed one needs to take up what that one was making. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Exported() {}

    /** An export that was made. @param project its id or key */
    public static JsonNode of(Caller caller, String project, String format) {
        String id = ask(caller, project, format);
        return await(caller, id);
    }

    /** The id of an export that was just asked for. */
    public static String ask(Caller caller, String project, String format) {
        return caller.post("/v1/projects/" + project + "/exports", "{\"format\": \"" + format + "\"}")
                .expect(202)
                .text("id");
    }

    /** The export, as soon as it is made. */
    public static JsonNode await(Caller caller, String id) {
        long begin = System.nanoTime();
        JsonNode export = read(caller, id);
        while (!export.required("status").asText().equals("succeeded")) {
            assertThat(export.required("status").asText()).isIn("queued", "running");
            assertThat(System.nanoTime() - begin).as(export.toString()).isLessThan(PATIENCE.toNanos());
            pause();
            export = read(caller, id);
        }
        return export;
    }

    public static JsonNode read(Caller caller, String id) {
        return caller.get("/v1/exports/" + id).expect(200).json();
    }

    /** The file, byte for byte, with names and values of headers in turn. */
    public static HttpResponse<byte[]> download(Caller caller, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(caller.address().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + caller.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
