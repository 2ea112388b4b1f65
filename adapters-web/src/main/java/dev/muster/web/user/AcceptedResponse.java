package dev.muster.web.user;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Says that a request was taken, and nothing more.
 *
 * @param status always accepted
 */
@Schema(name = "Accepted")
public record AcceptedResponse(
        @Schema(allowableValues = "accepted") String status) {

    static final AcceptedResponse ACCEPTED = new AcceptedResponse("accepted");
}
