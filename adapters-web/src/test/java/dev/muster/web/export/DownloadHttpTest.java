package dev.muster.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadHttpTest {

    @AutoClose
    private static final RunningMuster MUSTER = RunningMuster.start();

    private static final ExportTestFiles FILES = new ExportTestFiles(MUSTER);
    private static final String TEXT = "id,title\r\n1,Größe\r\n";

    private final Person owner = MUSTER.signUp();
    private final Export export = FILES.made(owner, ExportFormat.CSV, TEXT.getBytes(UTF_8));
    private final String path = "/v1/exports/" + export.id() + "/file";
    private final String tag = "\"" + export.file().whole().sha256() + "\"";

    @Test
    void wholeFileComesWithEverythingThatAClientWantsToKnow() {
        Answer file = MUSTER.get(path, owner.token()).expect(200);

        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(file.header("Content-Length")).isEqualTo("21");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"tasks.csv\"");
        assertThat(file.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(file.header("ETag")).isEqualTo(tag);
        assertThat(file.header("Content-Range")).isNull();
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Transfer-Encoding")).isNull();
        assertThat(file.header("Last-Modified")).isEqualTo("Mon, 02 Mar 2026 09:30:00 GMT");
        assertThat(file.header("Expires")).isEqualTo("0");
    }

    @Test
    void neitherWholeNorPartIsCompressed() {
        String text = TEXT.repeat(200);
        Export great = FILES.made(owner, ExportFormat.CSV, text.getBytes(UTF_8));
        String address = "/v1/exports/" + great.id() + "/file";

        Answer whole = MUSTER.send(MUSTER.request(address, owner.token()).header("Accept-Encoding", "gzip"));
        Answer part = MUSTER.send(
                MUSTER.request(address, owner.token()).headers("Accept-Encoding", "gzip", "Range", "bytes=0-2099"));

        assertThat(whole.expect(200).body()).isEqualTo(text);
        assertThat(part.expect(206).body()).isEqualTo(TEXT.repeat(100));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, id, bytes 0-1/21",
        "bytes=3-7, title, bytes 3-7/21",
        "bytes=10-10, 1, bytes 10-10/21",
        "bytes=-10, ',Größe\r\n', bytes 11-20/21"
    })
    void oneRangeIsAnsweredByThatPart(String range, String part, String contentRange) {
        Answer file = send("Range", range).expect(206);

        assertThat(file.header("Content-Range")).isEqualTo(contentRange);
        assertThat(file.header("Content-Length"))
                .isEqualTo(Integer.toString(file.body().getBytes(UTF_8).length));
        assertThat(file.header("ETag")).isEqualTo(tag);
        if (!range.equals("bytes=-10")) {
            assertThat(file.body()).isEqualTo(part);
        }
    }

    @Test
    void partsTogetherAreTheWhole() {
        String first = send("Range", "bytes=0-9").expect(206).body();
        String rest = send("Range", "bytes=10-").expect(206).body();

        assertThat(first + rest).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "lines=1-2", "nonsense", "bytes=5-3"})
    void otherRangesAreAnsweredByTheWhole(String range) {
        assertThat(send("Range", range).expect(200).body()).isEqualTo(TEXT);
    }

    @Test
    void rangeBeyondTheEndIsRefused() {
        Answer refused = send("Range", "bytes=21-").expectProblem(416, "range_not_satisfiable");

        assertThat(refused.header("Content-Range")).isEqualTo("bytes */21");
    }

    @Test
    void rangeOfAnotherFileIsAnsweredByTheWhole() {
        assertThat(send("Range", "bytes=0-1", "If-Range", tag).expect(206).body())
                .isEqualTo("id");
        assertThat(send("Range", "bytes=0-1", "If-Range", "\"other\"")
                        .expect(200)
                        .body())
                .isEqualTo(TEXT);
        assertThat(send("Range", "bytes=0-1", "If-Range", "W/" + tag)
                        .expect(200)
                        .body())
                .isEqualTo(TEXT);
        assertThat(send("Range", "bytes=0-1", "If-Range", "Sat, 21 Nov 2026 18:00:00 GMT")
                        .expect(200)
                        .body())
                .isEqualTo(TEXT);
    }

    @Test
    void fileThatTheClientHasIsNotSentAgain() {
        Answer known = send("If-None-Match", tag).expect(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(tag);
        send("If-None-Match", "\"other\"").expect(200);
        send("If-None-Match", "other").expectProblem(400, "invalid_header");
    }

    @Test
    void headTellsTheSameWithoutTheFile() {
        Answer head = head("X-Any", "thing").expect(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("21");
        assertThat(head.header("ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1", "bytes=21-"})
    void headIsOfTheWholeFileWhateverTheRange(String range) {
        Answer head = head("Range", range).expect(200);

        assertThat(head.header("Content-Length")).isEqualTo("21");
        assertThat(head.header("Content-Range")).isNull();
    }

    @Test
    void emptyFileIsSent() {
        Export empty = FILES.made(owner, ExportFormat.MARKDOWN, new byte[0]);
        Answer file =
                MUSTER.get("/v1/exports/" + empty.id() + "/file", owner.token()).expect(200);

        assertThat(file.body()).isEmpty();
        assertThat(file.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void fileThatIsNotMadeIsNotReady() {
        String waiting = MUSTER.post(
                        "/v1/projects/" + export.project() + "/exports", owner.token(), "{\"format\": \"json\"}")
                .expect(202)
                .text("id");

        MUSTER.get("/v1/exports/" + waiting + "/file", owner.token()).expectProblem(409, "export_not_ready");
    }

    @Test
    void fileWhoseTimeIsOverIsGone() {
        try (var muster = RunningMuster.start()) {
            Person someone = muster.signUp();
            Export made = new ExportTestFiles(muster).made(someone, ExportFormat.ZIP, new byte[1]);
            muster.memory.exportFiles.delete(made.fileName());
            muster.get("/v1/exports/" + made.id() + "/file", someone.token()).expectProblem(404, "export_expired");

            muster.memory.clock.advance(ExportPolicy.DEFAULT.kept());
            String token = muster.signIn(someone.name()).token();
            muster.get("/v1/exports/" + made.id() + "/file", token).expectProblem(404, "export_expired");
        }
    }

    @Test
    @Timeout(60)
    void clientsThatDoNotReadHoldNobodyUp() throws IOException {
        byte[] bytes = new byte[20_000_000];
        Arrays.fill(bytes, (byte) 'x');
        Export great = FILES.made(owner, ExportFormat.MARKDOWN, bytes);
        String slow = "/v1/exports/" + great.id() + "/file";
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                sockets.add(begin(slow));
            }
            for (int i = 0; i < 50; i++) {
                MUSTER.get("/v1/me", owner.token()).expect(200);
            }
            assertThat(MUSTER.get(path, owner.token()).expect(200).body()).isEqualTo(TEXT);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertThat(MUSTER.get(slow, owner.token()).expect(200).body()).hasSize(bytes.length);
    }

    @Test
    @Timeout(60)
    void noFileStaysOpenNotEvenOfClientsThatLeaveInTheMidst() throws IOException, InterruptedException {
        Export great = FILES.made(owner, ExportFormat.MARKDOWN, new byte[20_000_000]);
        for (int i = 0; i < 5; i++) {
            try (var socket = begin("/v1/exports/" + great.id() + "/file")) {
                assertThat(MUSTER.memory.exportFiles.beingRead()).isPositive();
            }
        }
        MUSTER.get(path, owner.token()).expect(200);
        send("Range", "bytes=0-1").expect(206);
        send("Range", "bytes=21-").expect(416);
        send("If-None-Match", tag).expect(304);
        head("Range", "bytes=0-1").expect(200);

        while (MUSTER.memory.exportFiles.beingRead() > 0) {
            Thread.sleep(20);
        }
    }

    /** A download of which nothing but the first words is read. */
    private Socket begin(String file) throws IOException {
        URI address = MUSTER.request(file).build().uri();
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("GET " + file + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + owner.token()
                                + "\r\n\r\n")
                        .getBytes(UTF_8));
        assertThat(socket.getInputStream().readNBytes(15)).asString(UTF_8).isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }

    private Answer head(String... headers) {
        return MUSTER.send(
                MUSTER.request(path, owner.token()).headers(headers).method("HEAD", BodyPublishers.noBody()));
    }

    private Answer send(String... headers) {
        return MUSTER.send(MUSTER.request(path, owner.token()).headers(headers));
    }
}
