package dev.muster.web.user;

import dev.muster.application.user.ChangeUser;
import dev.muster.application.user.CreateUser;
import dev.muster.application.user.DeleteUser;
import dev.muster.application.user.UserDirectoryQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Needs;
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

/** Other people's accounts. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/users")
@ExecuteOn(Workers.DATABASE)
final class UserController {

    private final UserDirectoryQueries queries;
    private final CreateUser createUser;
    private final ChangeUser changeUser;
    private final DeleteUser deleteUser;

    UserController(UserDirectoryQueries queries, CreateUser createUser, ChangeUser changeUser, DeleteUser deleteUser) {
        this.queries = queries;
        this.createUser = createUser;
        this.changeUser = changeUser;
        this.deleteUser = deleteUser;
    }

    /**
     * Makes an account, with a password or the hash of one from another system. Needs users:write, and roles:write to give
     * roles; none that allows more than one may oneself.
     *
     * @return the account, with its Location and ETag
     */
    @Post
    @Needs(Permission.USERS_WRITE)
    @Status(HttpStatus.CREATED)
    @ExecuteOn(Workers.HASHING)
    HttpResponse<AdministeredUserResponse> createUser(
            @Parameter(hidden = true) Principal principal, @Body NewUserRequest user) {
        User created = createUser.create(principal, user.wish());
        return HttpResponse.created(AdministeredUserResponse.from(created))
                .header(HttpHeaders.LOCATION, "/v1/users/" + created.id())
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()));
    }

    /**
     * Reads an account, deleted or not. Needs users:read. If-None-Match is honoured.
     *
     * @param id the id of the user
     * @return the account, with its ETag
     */
    @Get("/{id}")
    @Needs(Permission.USERS_READ)
    @ApiResponse(
            responseCode = "200",
            description = "the account, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AdministeredUserResponse.class)))
    @ApiResponse(responseCode = "304", description = "the account has the version that If-None-Match names")
    HttpResponse<AdministeredUserResponse> readUser(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String id) {
        User user = queries.require(principal, UserNames.user(id));
        return EntityTag.answer(request, user.version(), AdministeredUserResponse.from(user));
    }

    /**
     * Changes an account by a JSON Merge Patch (RFC 7396): what is absent stays, null clears. Needs users:write, and
     * every permission that the account has. Another address, user name or telephone number of one's own needs a recent
     * sign-in.
     *
     * @param id the id of the user
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the account has another by now
     * @return the account as it is now, with its ETag
     */
    @Patch("/{id}")
    @Needs(Permission.USERS_WRITE)
    @WantsRecentSignIn
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<AdministeredUserResponse> changeUser(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body UserRequest user) {
        UserId userId = UserNames.user(id);
        User changed = changeUser.change(principal, userId, expectedVersion(principal, userId, ifMatch), user::applyTo);
        return HttpResponse.ok(AdministeredUserResponse.from(changed))
                .header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    /**
     * Deletes an account; its sessions end. It can be recovered for 30 days. Needs users:write, and every permission that
     * the account has; one's own needs a recent sign-in, of the last 15 minutes by default.
     *
     * @param id the id of the user
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the account has another by now
     * @return nothing
     */
    @Delete("/{id}")
    @Needs(Permission.USERS_WRITE)
    @WantsRecentSignIn
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> deleteUser(
            @Parameter(hidden = true) Principal principal,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId userId = UserNames.user(id);
        deleteUser.delete(principal, userId, expectedVersion(principal, userId, ifMatch));
        return HttpResponse.noContent();
    }

    private @Nullable Long expectedVersion(Principal principal, UserId id, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(principal, id).version());
    }
}
