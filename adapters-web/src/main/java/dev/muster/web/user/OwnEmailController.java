package dev.muster.web.user;

import dev.muster.application.limit.Limits;
import dev.muster.application.user.ChangeEmail;
import dev.muster.domain.limit.LimitKey;
import dev.muster.domain.session.Principal;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** One's own address. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Account")
@Controller("/v1/me/email")
@ExecuteOn(Workers.HASHING)
final class OwnEmailController {

    private final Limits limits;
    private final ChangeEmail changeEmail;

    OwnEmailController(Limits limits, ChangeEmail changeEmail) {
        this.limits = limits;
        this.changeEmail = changeEmail;
    }

    /**
     * Begins the change of one's own address: a link is mailed to the new one, and a word about it to the present one.
     * Answered the same whether another account has the address or not; limited, as the address may be a stranger's.
     *
     * @return that the request was taken
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    AcceptedResponse changeEmail(@Parameter(hidden = true) Principal principal, @Body EmailRequest wish) {
        EmailRequest.Change change = wish.change();
        limits.require(limits.policy().mail(), LimitKey.ofUser(principal.user()));
        changeEmail.request(principal, change.wanted(), change.proof());
        return AcceptedResponse.ACCEPTED;
    }
}
