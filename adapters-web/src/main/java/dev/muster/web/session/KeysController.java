package dev.muster.web.session;

import dev.muster.application.session.PublicKeys;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What others need to verify access tokens by themselves. */
@Open
@AnswersProblems
@Tag(name = "Sessions")
@Controller("/.well-known/jwks.json")
final class KeysController {

    private static final String KEPT = "public, max-age=" + PublicKeys.MAX_AGE.toSeconds();

    private final PublicKeys keys;

    KeysController(PublicKeys keys) {
        this.keys = keys;
    }

    /** Gives the public keys that access tokens are signed with, as a JWK Set (RFC 7517). */
    @Get
    @Produces({MediaType.APPLICATION_JSON, "application/jwk-set+json"})
    @ApiResponse(
            responseCode = "200",
            description = "The keys, the newest first.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    HttpResponse<String> readKeys() {
        return HttpResponse.ok(keys.jwks()).header(HttpHeaders.CACHE_CONTROL, KEPT);
    }
}
