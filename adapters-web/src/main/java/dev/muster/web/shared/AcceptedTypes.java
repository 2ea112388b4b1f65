package dev.muster.web.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes of what someone accepts what the router understands (RFC 9110, section 12.5.1).
 *
 * <p>It knows no range of types but that of all, so the types that are answered are named beside a range. Who accepts problems
 * is taken for someone who accepts JSON too: generated clients ask for problems alone where success has no body, and the
 * router, to which every answer has a type, would refuse them. Parameters count for nothing but the order: the framework would
 * name them in the answer, the weight too, and write texts in the charset, while every answer is in UTF-8.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AcceptedTypes {

    /** Those that routes produce, without a route that takes whatever is accepted. */
    static final List<String> ANSWERED = List.of(
            MediaType.APPLICATION_JSON,
            "application/jwk-set+json",
            "application/yaml",
            "text/html",
            "text/javascript",
            MediaType.TEXT_PLAIN,
            "text/x-diff");

    /** Looks at no letter of a long word twice. */
    private static final Pattern RANGE = Pattern.compile("(?<!\\w)(?<type>\\w++)/\\*(?<weight>[^,]*)");

    private static final Pattern NOTHING = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(;|$)");

    @PreMatching
    @RequestFilter
    void widen(HttpRequest<?> request) {
        if (!(request.getHeaders() instanceof MutableHttpHeaders headers) || !headers.contains(HttpHeaders.ACCEPT)) {
            return;
        }
        String accepted = String.join(",", headers.getAll(HttpHeaders.ACCEPT)).toLowerCase(Locale.ROOT);
        headers.remove(HttpHeaders.ACCEPT);
        headers.add(
                HttpHeaders.ACCEPT,
                MediaType.orderedOf(withTypesOfRanges(accepted)).stream()
                        .map(MediaType::getName)
                        .distinct()
                        .collect(Collectors.joining(",")));
        if (accepted.contains(Problems.MEDIA_TYPE)) {
            headers.add(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }

    private static String withTypesOfRanges(String accepted) {
        return RANGE.matcher(accepted).replaceAll(range -> Matcher.quoteReplacement(withTypes(range)));
    }

    /** They weigh as much as the range, which is nothing where they are not wanted. */
    private static String withTypes(MatchResult range) {
        String weight = range.group("weight").strip();
        if (NOTHING.matcher(weight).find()) {
            return range.group();
        }
        String beginning = range.group("type") + "/";
        return Stream.concat(
                        Stream.of(range.group()),
                        ANSWERED.stream()
                                .filter(type -> type.startsWith(beginning))
                                .map(type -> type + weight))
                .collect(Collectors.joining(","));
    }
}
