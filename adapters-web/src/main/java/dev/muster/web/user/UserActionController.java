package dev.muster.web.user;

import dev.muster.application.user.EraseUser;
import dev.muster.application.user.ReactivateUser;
import dev.muster.application.user.RestoreUser;
import dev.muster.application.user.SuspendUser;
import dev.muster.application.user.UnlockUser;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.Needs;
import dev.muster.web.shared.WantsRecentSignIn;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What changes the state of other people's accounts. All of it needs users:write, and every permission of the account. */
@AnswersProblems
@Needs(Permission.USERS_WRITE)
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/users/{id}")
@ExecuteOn(Workers.DATABASE)
final class UserActionController {

    private final SuspendUser suspendUser;
    private final ReactivateUser reactivateUser;
    private final UnlockUser unlockUser;
    private final RestoreUser restoreUser;
    private final EraseUser eraseUser;

    UserActionController(
            SuspendUser suspendUser,
            ReactivateUser reactivateUser,
            UnlockUser unlockUser,
            RestoreUser restoreUser,
            EraseUser eraseUser) {
        this.suspendUser = suspendUser;
        this.reactivateUser = reactivateUser;
        this.unlockUser = unlockUser;
        this.restoreUser = restoreUser;
        this.eraseUser = eraseUser;
    }

    /**
     * Shuts an account: its sessions end at once, and nobody signs in to it. Needs users:write, and for one's own a recent
     * sign-in, of the last 15 minutes by default.
     *
     * @param id the id of the user
     * @return the account as it is now, with its ETag
     */
    @Post("/suspend")
    @WantsRecentSignIn
    HttpResponse<AdministeredUserResponse> suspendUser(@Parameter(hidden = true) Principal principal, String id) {
        return answer(suspendUser.suspend(principal, UserNames.user(id)));
    }

    /**
     * Opens an account that is suspended or inactive. Needs users:write.
     *
     * @param id the id of the user
     * @return the account as it is now, with its ETag
     */
    @Post("/reactivate")
    HttpResponse<AdministeredUserResponse> reactivateUser(@Parameter(hidden = true) Principal principal, String id) {
        return answer(reactivateUser.reactivate(principal, UserNames.user(id)));
    }

    /**
     * Ends the lock that wrong passwords have brought upon an account, and forgets them. Needs users:write, and for one's
     * own a recent sign-in, of the last 15 minutes by default.
     *
     * @param id the id of the user
     * @return the account as it is now, with its ETag
     */
    @Post("/unlock")
    @WantsRecentSignIn
    HttpResponse<AdministeredUserResponse> unlockUser(@Parameter(hidden = true) Principal principal, String id) {
        return answer(unlockUser.unlock(principal, UserNames.user(id)));
    }

    /**
     * Undoes the deletion of an account; it is in the state then that it was in before. Needs users:write.
     *
     * @param id the id of the user
     * @return the account as it is now, with its ETag
     */
    @Post("/restore")
    HttpResponse<AdministeredUserResponse> restoreUser(@Parameter(hidden = true) Principal principal, String id) {
        return answer(restoreUser.restore(principal, UserNames.user(id)));
    }

    /**
     * Removes a deleted account with everything of the person, for good. Needs users:write.
     *
     * @param id the id of the user
     * @return nothing
     */
    @Post("/erase")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> eraseUser(@Parameter(hidden = true) Principal principal, String id) {
        eraseUser.erase(principal, UserNames.user(id));
        return HttpResponse.noContent();
    }

    private static HttpResponse<AdministeredUserResponse> answer(User user) {
        return HttpResponse.ok(AdministeredUserResponse.from(user))
                .header(HttpHeaders.ETAG, EntityTag.of(user.version()));
    }
}
