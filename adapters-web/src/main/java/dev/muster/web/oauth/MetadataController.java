package dev.muster.web.oauth;

import dev.muster.domain.session.TokenPolicy;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Where OAuth clients find everything, when they know the issuer. */
@Open
@AnswersProblems
@Tag(name = "OAuth")
@Controller("/.well-known/oauth-authorization-server")
final class MetadataController {

    private final AuthorizationServerResponse metadata;

    MetadataController(TokenPolicy policy) {
        this.metadata = AuthorizationServerResponse.of(policy.issuer());
    }

    /**
     * Tells OAuth clients which endpoints there are and what they take (RFC 8414).
     *
     * @return the metadata
     */
    @Get
    HttpResponse<AuthorizationServerResponse> readMetadata() {
        return HttpResponse.ok(metadata).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }
}
