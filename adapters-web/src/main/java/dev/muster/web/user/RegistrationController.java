package dev.muster.web.user;

import dev.muster.application.limit.Limits;
import dev.muster.application.user.RegisterUser;
import dev.muster.domain.limit.LimitKey;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Peer;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Joining. */
@Open
@AnswersProblems
@Tag(name = "Account")
@Controller("/v1/auth/register")
@ExecuteOn(Workers.HASHING)
final class RegistrationController {

    private final Limits limits;
    private final RegisterUser registerUser;

    RegistrationController(Limits limits, RegisterUser registerUser) {
        this.limits = limits;
        this.registerUser = registerUser;
    }

    /**
     * Opens an account. An address that has one already is answered just like a new one.
     *
     * @return that the request was taken
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    AcceptedResponse register(HttpRequest<?> request, @Body RegisterRequest wish) {
        String address = Peer.address(request);
        limits.require(limits.policy().register(), LimitKey.ofAddress(address));
        registerUser.register(wish.registration(address));
        return AcceptedResponse.ACCEPTED;
    }
}
