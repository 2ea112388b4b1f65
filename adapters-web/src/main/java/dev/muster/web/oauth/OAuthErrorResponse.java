package dev.muster.web.oauth;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Every failure of an OAuth endpoint is answered in this form (RFC 6749, section 5.2).
 *
 * @param error stable; docs/errors.md lists all
 * @param errorDescription what is wrong with this request
 */
@Schema(name = "OAuthError")
public record OAuthErrorResponse(
        @Schema(example = "invalid_grant") String error,
        @Schema(example = "The refresh token is not valid.") String errorDescription) {}
