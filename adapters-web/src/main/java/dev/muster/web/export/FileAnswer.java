package dev.muster.web.export;

import dev.muster.application.export.DownloadExport.Download;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.web.shared.EntityTag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A file as the answer to a request: whole, in part, or not at all. */
final class FileAnswer {

    /** RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private FileAnswer() {}

    /** @throws dev.muster.web.shared.Refusal with RANGE_NOT_SATISFIABLE if a range begins beyond the end */
    static HttpResponse<StreamedFile> of(HttpRequest<?> request, Download download) {
        ManifestEntry file = download.file();
        if (EntityTag.isKnown(request, file.sha256())) {
            return described(HttpResponse.notModified(), download);
        }
        ByteRange range = isRangeMeant(request, file)
                ? ByteRange.of(request.getHeaders().get(HttpHeaders.RANGE), file.bytes())
                : ByteRange.whole(file.bytes());
        MutableHttpResponse<StreamedFile> answer = described(HttpResponse.status(range.status()), download)
                .contentType(download.format().mediaType())
                .contentLength(range.length())
                // Else the framework compresses it, also a part, whose Content-Range is then of other bytes.
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + download.format().title() + "\"");
        if (range.isPart()) {
            answer.header(HttpHeaders.CONTENT_RANGE, range.contentRange());
        }
        // Nobody would close a stream that is not sent.
        return request.getMethod() == HttpMethod.HEAD ? answer : answer.body(stream(download, range));
    }

    private static StreamedFile stream(Download download, ByteRange range) {
        return new StreamedFile(
                download.open(range.first(), range.length()),
                MediaType.of(download.format().mediaType()),
                download.madeAt().toEpochMilli(),
                range.length());
    }

    /** What has no time at which it expires would be given one by the framework. */
    private static MutableHttpResponse<StreamedFile> described(
            MutableHttpResponse<StreamedFile> answer, Download download) {
        return answer.header(HttpHeaders.ETAG, tag(download.file()))
                .header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(download.madeAt()))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.EXPIRES, "0");
    }

    /**
     * Only of GET (RFC 9110, section 14.2), and of the file that the client knows, if it says which; compared strongly
     * (section 13.1.5).
     */
    private static boolean isRangeMeant(HttpRequest<?> request, ManifestEntry file) {
        String ifRange = request.getHeaders().get(HttpHeaders.IF_RANGE);
        return request.getMethod() == HttpMethod.GET
                && (ifRange == null || ifRange.strip().equals(tag(file)));
    }

    private static String tag(ManifestEntry file) {
        return "\"" + file.sha256() + "\"";
    }
}
