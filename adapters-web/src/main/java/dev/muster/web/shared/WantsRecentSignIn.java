package dev.muster.web.shared;

import io.micronaut.http.HttpHeaders;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents that a route asks for a new sign-in where the last one is too old for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "401",
        description = "Who asks is not signed in, or signed in too long ago for this: reauthentication_required. "
                + "Sign in again, and repeat it with the new access token.",
        headers =
                @Header(
                        name = HttpHeaders.WWW_AUTHENTICATE,
                        description = "Where the sign-in is too old, error=\"insufficient_user_authentication\", and "
                                + "max_age: how many seconds ago it may have been (RFC 9470).",
                        schema = @Schema(type = "string")),
        content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = ProblemResponse.class)))
public @interface WantsRecentSignIn {}
