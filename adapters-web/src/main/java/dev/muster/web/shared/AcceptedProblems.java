package dev.muster.web.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.regex.Pattern;

/**
 * Takes who accepts problems for someone who accepts JSON too. Generated clients ask for problems alone where success has no
 * body, and the router, to which every answer has a type, would refuse them (RFC 9110, section 12.5.1, leaves it to the
 * server). And takes no notice of the charset that someone accepts: every answer is in UTF-8, but the framework would name
 * that charset, and write texts in it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AcceptedProblems {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=[^;,]*");

    @PreMatching
    @RequestFilter
    void widen(HttpRequest<?> request) {
        if (!(request.getHeaders() instanceof MutableHttpHeaders headers)) {
            return;
        }
        String accepted = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
        String types = CHARSET.matcher(accepted).replaceAll("");
        if (!types.equals(accepted)) {
            headers.remove(HttpHeaders.ACCEPT);
            headers.add(HttpHeaders.ACCEPT, types);
        }
        if (accepted.contains(Problems.MEDIA_TYPE)) {
            headers.add(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
