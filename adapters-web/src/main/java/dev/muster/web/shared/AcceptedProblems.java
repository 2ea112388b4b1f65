package dev.muster.web.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * Takes who accepts problems for someone who accepts JSON too. Generated clients ask for problems alone where success has no
 * body, and the router, to which every answer has a type, would refuse them (RFC 9110, section 12.5.1, leaves it to the
 * server).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AcceptedProblems {

    @PreMatching
    @RequestFilter
    void widen(HttpRequest<?> request) {
        String accepted = String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT));
        if (accepted.contains(Problems.MEDIA_TYPE) && request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.add(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
