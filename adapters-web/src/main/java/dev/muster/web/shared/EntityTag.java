package dev.muster.web.shared;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3): the version of a resource, in quotes. They are strong. */
public final class EntityTag {

    /** No resource has it; stands for tags that are none of ours. */
    private static final long NO_VERSION = 0;

    private EntityTag() {}

    /** The resource with its tag, or 304 without it when the request shows that it has this version already. */
    public static <T> HttpResponse<T> answer(HttpRequest<?> request, long version, T resource) {
        return answer(request, Long.toString(version), resource);
    }

    /** The same of what never changes, whose tag is a checksum. */
    public static <T> HttpResponse<T> answer(HttpRequest<?> request, String opaque, T resource) {
        MutableHttpResponse<T> response =
                isKnown(request, opaque) ? HttpResponse.notModified() : HttpResponse.ok(resource);
        return response.header(HttpHeaders.ETAG, of(opaque));
    }

    /** The tag of a version. */
    public static String of(long version) {
        return of(Long.toString(version));
    }

    /** The tag of a checksum. */
    public static String of(String opaque) {
        return "\"" + opaque + "\"";
    }

    /**
     * Which version a change is meant for.
     *
     * @param ifMatch the header, or null
     * @param stored finds the stored version; asked only when the header names several
     * @return null if any version is meant
     * @throws Refusal if the header is malformed
     */
    public static @Nullable Long expectedVersion(@Nullable String ifMatch, LongSupplier stored) {
        if (ifMatch == null) {
            return null;
        }
        EntityTags tags = EntityTags.parse(HttpHeaders.IF_MATCH, ifMatch);
        if (tags.any()) {
            return null;
        }
        List<Long> versions =
                tags.strong().stream().map(EntityTag::version).distinct().toList();
        if (versions.isEmpty()) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "No weak tag matches, whatever its version.");
        }
        if (versions.size() == 1) {
            return versions.getFirst();
        }
        long current = stored.getAsLong();
        return versions.contains(current) ? current : NO_VERSION;
    }

    /**
     * Whether the request shows by If-None-Match that it has what a tag stands for, given without its quotes; by weak
     * comparison (RFC 9110, section 13.1.2).
     */
    public static boolean isKnown(HttpRequest<?> request, String opaque) {
        String header = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (header == null) {
            return false;
        }
        EntityTags tags = EntityTags.parse(HttpHeaders.IF_NONE_MATCH, header);
        return tags.any() || tags.strong().contains(opaque) || tags.weak().contains(opaque);
    }

    private static long version(String opaque) {
        boolean digits = !opaque.isEmpty()
                && opaque.length() <= 18
                && opaque.charAt(0) != '0'
                && opaque.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(opaque) : NO_VERSION;
    }
}
