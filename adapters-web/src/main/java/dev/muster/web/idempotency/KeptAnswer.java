package dev.muster.web.idempotency;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer as text: status, the headers that belong to the result, an empty line, the body; much as HTTP writes it. */
final class KeptAnswer {

    /** Tells that an answer is that of the first request. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private static final String END_OF_HEAD = "\n\n";

    private KeptAnswer() {}

    /** @param body in UTF-8, as it is sent; empty for none */
    static String of(HttpResponse<?> response, byte[] body) {
        StringBuilder text = new StringBuilder(64 + body.length).append(response.code());
        for (String name : HEADERS) {
            String value = response.getHeaders().get(name);
            if (value != null) {
                text.append('\n').append(name).append(' ').append(value);
            }
        }
        return text.append(END_OF_HEAD)
                .append(new String(body, StandardCharsets.UTF_8))
                .toString();
    }

    /** @param kept what {@link #of} made */
    static MutableHttpResponse<?> replay(String kept) {
        int end = kept.indexOf(END_OF_HEAD);
        List<String> head = kept.substring(0, end).lines().toList();
        MutableHttpResponse<Object> response =
                HttpResponse.status(HttpStatus.valueOf(Integer.parseInt(head.getFirst())));
        for (String header : head.subList(1, head.size())) {
            int space = header.indexOf(' ');
            response.header(header.substring(0, space), header.substring(space + 1));
        }
        String body = kept.substring(end + END_OF_HEAD.length());
        if (!body.isEmpty()) {
            response.body(body.getBytes(StandardCharsets.UTF_8));
        }
        return response.header(REPLAYED, "true");
    }
}
