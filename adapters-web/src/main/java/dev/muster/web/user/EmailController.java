package dev.muster.web.user;

import dev.muster.application.user.ConfirmEmail;
import dev.muster.application.user.VerifyEmail;
import dev.muster.application.user.WantLetter;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Peer;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Showing that an address is one's own. */
@Open
@AnswersProblems
@Tag(name = "Account")
@Controller("/v1/auth")
@ExecuteOn(Workers.DATABASE)
final class EmailController {

    private final VerifyEmail verifyEmail;
    private final ConfirmEmail confirmEmail;
    private final WantLetter wantLetter;

    EmailController(VerifyEmail verifyEmail, ConfirmEmail confirmEmail, WantLetter wantLetter) {
        this.verifyEmail = verifyEmail;
        this.confirmEmail = confirmEmail;
        this.wantLetter = wantLetter;
    }

    /**
     * Verifies the address of a new account, by the link that was mailed there.
     *
     * @return nothing
     */
    @Post("/verify-email")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> verifyEmail(@Body LinkRequest link) {
        requireGood(verifyEmail.verify(link.secret()));
        return HttpResponse.noContent();
    }

    /**
     * Mails the link that verifies an address once more. Answered the same whether the address has an account or not.
     *
     * @return that the request was taken
     */
    @Post("/verify-email/resend")
    @Status(HttpStatus.ACCEPTED)
    AcceptedResponse resendVerification(HttpRequest<?> request, @Body AddressRequest wish) {
        wantLetter.wantVerification(wish.address(), Peer.address(request));
        return AcceptedResponse.ACCEPTED;
    }

    /**
     * Gives an account another address, by the link that was mailed there.
     *
     * @return nothing
     */
    @Post("/confirm-email")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> confirmEmail(@Body LinkRequest link) {
        requireGood(confirmEmail.confirm(link.secret()));
        return HttpResponse.noContent();
    }

    /** @throws Refusal with INVALID_TOKEN if what a link carries was not good */
    static void requireGood(boolean good) {
        if (!good) {
            throw new Refusal(WebError.INVALID_TOKEN, "The link is not good, or not any more; ask for another one.");
        }
    }
}
