package dev.muster.web.user;

import dev.muster.application.user.ResetPassword;
import dev.muster.application.user.WantLetter;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Peer;
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

/** Another password for who has forgotten theirs. */
@Open
@AnswersProblems
@Tag(name = "Account")
@Controller("/v1/auth")
final class PasswordResetController {

    private final WantLetter wantLetter;
    private final ResetPassword resetPassword;

    PasswordResetController(WantLetter wantLetter, ResetPassword resetPassword) {
        this.wantLetter = wantLetter;
        this.resetPassword = resetPassword;
    }

    /**
     * Mails a link to choose another password. Answered the same whether the address has an account or not.
     *
     * @return that the request was taken
     */
    @Post("/forgot-password")
    @Status(HttpStatus.ACCEPTED)
    @ExecuteOn(Workers.DATABASE)
    AcceptedResponse forgotPassword(HttpRequest<?> request, @Body AddressRequest wish) {
        wantLetter.wantReset(wish.address(), Peer.address(request));
        return AcceptedResponse.ACCEPTED;
    }

    /**
     * Gives an account another password, by the link that was mailed. All its sessions end.
     *
     * @return nothing
     */
    @Post("/reset-password")
    @Status(HttpStatus.NO_CONTENT)
    @ExecuteOn(Workers.HASHING)
    HttpResponse<Void> resetPassword(@Body ResetRequest wish) {
        ResetRequest.Reset reset = wish.reset();
        EmailController.requireGood(resetPassword.reset(reset.secret(), reset.wanted()));
        return HttpResponse.noContent();
    }
}
