package dev.muster.web.user;

import dev.muster.application.user.ChangePassword;
import dev.muster.application.user.ChangeProfile;
import dev.muster.application.user.DeleteAccount;
import dev.muster.application.user.UserQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.WantsRecentSignIn;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Account")
@Controller("/v1/me")
@ExecuteOn(Workers.DATABASE)
final class AccountController {

    private final UserQueries queries;
    private final ChangeProfile changeProfile;
    private final ChangePassword changePassword;
    private final DeleteAccount deleteAccount;

    AccountController(
            UserQueries queries,
            ChangeProfile changeProfile,
            ChangePassword changePassword,
            DeleteAccount deleteAccount) {
        this.queries = queries;
        this.changeProfile = changeProfile;
        this.changePassword = changePassword;
        this.deleteAccount = deleteAccount;
    }

    /**
     * Reads one's own account. If-None-Match is honoured.
     *
     * @return the account, with its ETag
     */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "the account, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UserResponse.class)))
    @ApiResponse(responseCode = "304", description = "the account has the version that If-None-Match names")
    HttpResponse<UserResponse> readMe(@Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        User user = queries.requireRemembered(principal.user());
        return EntityTag.answer(request, user.version(), UserResponse.from(user));
    }

    /**
     * Changes one's own account by a JSON Merge Patch (RFC 7396): what is absent stays, null clears. Another user name or
     * telephone number needs a recent sign-in, of the last 15 minutes by default.
     *
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the account has another by now
     * @return the account as it is now, with its ETag
     */
    @Patch
    @WantsRecentSignIn
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<UserResponse> changeMe(
            @Parameter(hidden = true) Principal principal,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body AccountRequest account) {
        Long expected = expectedVersion(principal, ifMatch);
        User changed = changeProfile.change(principal, expected, account::applyTo);
        return HttpResponse.ok(UserResponse.from(changed)).header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    /**
     * Changes one's own password. All other sessions end; the one that the request came by goes on.
     *
     * @return nothing
     */
    @Post("/password")
    @Status(HttpStatus.NO_CONTENT)
    @ExecuteOn(Workers.HASHING)
    HttpResponse<Void> changePassword(@Parameter(hidden = true) Principal principal, @Body PasswordRequest wish) {
        PasswordRequest.Change change = wish.change();
        changePassword.change(principal, change.current(), change.wanted());
        return HttpResponse.noContent();
    }

    /**
     * Deletes one's own account; all sessions end. It can be recovered for 30 days.
     *
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the account has another by now
     * @return nothing
     */
    @Delete
    @Consumes(MediaType.APPLICATION_JSON)
    @Status(HttpStatus.NO_CONTENT)
    @ExecuteOn(Workers.HASHING)
    HttpResponse<Void> deleteMe(
            @Parameter(hidden = true) Principal principal,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body DeletionRequest deletion) {
        Password proof = deletion.proof();
        deleteAccount.delete(principal, proof, expectedVersion(principal, ifMatch));
        return HttpResponse.noContent();
    }

    private @Nullable Long expectedVersion(Principal principal, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(principal.user()).version());
    }
}
