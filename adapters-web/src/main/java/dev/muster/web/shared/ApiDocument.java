package dev.muster.web.shared;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The head of the OpenAPI document, which the compiler makes of the controllers. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Muster",
                        version = "1",
                        description =
                                "Accounts and tasks. JSON in UTF-8 with nothing left out: what is not there is null. "
                                        + "Every failure is a problem (RFC 9457) with a stable code; /docs/errors lists them all. "
                                        + "Requests are limited: RateLimit and RateLimit-Policy say how far, and one too many is "
                                        + "answered 429 with Retry-After. Every POST below /v1 can be made safe to repeat by an "
                                        + "Idempotency-Key.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = "Account", description = "Joining, and one's own account"),
            @Tag(name = "Sessions", description = "Signing in, staying signed in, signing out"),
            @Tag(name = "OAuth", description = "The same for stock OAuth clients, by their standards"),
            @Tag(name = "Administration", description = "Other people's accounts, and roles"),
            @Tag(name = "Tasks", description = "One's own tasks"),
            @Tag(name = "Projects", description = "One's own projects"),
            @Tag(name = "Executions", description = "What agents are asked for in a project, and what comes of it"),
            @Tag(name = "Documents", description = "Documents of one's own projects, with every version"),
            @Tag(name = "Operations", description = "Whether Muster is well")
        })
@SecurityScheme(
        name = ApiDocument.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token of a sign-in.")
public final class ApiDocument {

    /** The security scheme of routes that need an access token. */
    public static final String BEARER = "bearer";

    /** The format of a schema that any JSON value fits, for which the compiler has no schema. */
    public static final String ANY_JSON = "json";

    private ApiDocument() {}
}
