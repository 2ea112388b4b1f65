package dev.muster.web.operations;

import dev.muster.web.shared.Open;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The reference of the API: its OpenAPI document, pages to read it with, and the list of error codes. */
@Hidden
@Open
@Controller
final class ReferenceController {

    /** Nothing from elsewhere; the viewer styles itself, so styles may stand in the page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] document = OpenApiDocument.upgrade(
                    new String(resource("/META-INF/swagger/openapi.yml"), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    private final byte[] page = resource("/dev/muster/web/operations/docs.html");
    private final byte[] viewer = resource("/META-INF/swagger/views/rapidoc/res/rapidoc-min.js");
    private final byte[] errors = resource("/docs/errors.md");

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    HttpResponse<byte[]> document() {
        return HttpResponse.ok(document);
    }

    @Get("/docs")
    @Produces("text/html; charset=utf-8")
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(page).header("Content-Security-Policy", POLICY);
    }

    @Get("/docs/viewer.js")
    @Produces("text/javascript; charset=utf-8")
    HttpResponse<byte[]> viewer() {
        return HttpResponse.ok(viewer).header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
    }

    @Get("/docs/errors")
    @Produces("text/plain; charset=utf-8")
    HttpResponse<byte[]> errors() {
        return HttpResponse.ok(errors);
    }

    private static byte[] resource(String path) {
        try (InputStream file = ReferenceController.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the build left out " + path);
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
