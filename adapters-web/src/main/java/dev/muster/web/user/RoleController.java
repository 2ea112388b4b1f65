package dev.muster.web.user;

import dev.muster.application.user.ChangeRole;
import dev.muster.application.user.CreateRole;
import dev.muster.application.user.DeleteRole;
import dev.muster.application.user.RoleQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.RoleDefinition;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.JsonBodies;
import dev.muster.web.shared.Needs;
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

/** What roles there are, and what they allow. */
@AnswersProblems
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/roles")
@ExecuteOn(Workers.DATABASE)
final class RoleController {

    private final RoleQueries queries;
    private final CreateRole createRole;
    private final ChangeRole changeRole;
    private final DeleteRole deleteRole;

    RoleController(RoleQueries queries, CreateRole createRole, ChangeRole changeRole, DeleteRole deleteRole) {
        this.queries = queries;
        this.createRole = createRole;
        this.changeRole = changeRole;
        this.deleteRole = deleteRole;
    }

    /**
     * Lists the roles, by name. Needs users:read.
     *
     * @return all of them
     */
    @Get
    @Needs(Permission.USERS_READ)
    RoleListResponse listRoles(@Parameter(hidden = true) Principal principal) {
        return new RoleListResponse(
                queries.findAll(principal).stream().map(RoleResponse::from).toList(), false, null);
    }

    /**
     * Makes a role. Needs roles:write, and every permission that the role is to have.
     *
     * @return the role, with its Location and ETag
     */
    @Post
    @Needs(Permission.ROLES_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<RoleResponse> createRole(@Parameter(hidden = true) Principal principal, @Body NewRoleRequest role) {
        NewRoleRequest.Wish wish = role.wish();
        RoleDefinition created = createRole.create(
                principal,
                wish.name(),
                wish.content().description(),
                wish.content().permissions());
        return HttpResponse.created(RoleResponse.from(created))
                .header(HttpHeaders.LOCATION, "/v1/roles/" + created.name())
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()));
    }

    /**
     * Reads a role. Needs users:read. If-None-Match is honoured.
     *
     * @param name the name of the role
     * @return the role, with its ETag
     */
    @Get("/{name}")
    @Needs(Permission.USERS_READ)
    @ApiResponse(
            responseCode = "200",
            description = "the role, with its ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RoleResponse.class)))
    @ApiResponse(responseCode = "304", description = "the role has the version that If-None-Match names")
    HttpResponse<RoleResponse> readRole(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request, String name) {
        RoleDefinition role = queries.require(principal, UserNames.role(name));
        return EntityTag.answer(request, role.version(), RoleResponse.from(role));
    }

    /**
     * Changes a role by a JSON Merge Patch (RFC 7396): what is absent stays. Counts from the next request of everyone who
     * has it. Needs roles:write, and every permission that the role has or is to have.
     *
     * @param name the name of the role
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the role has another by now
     * @return the role as it is now, with its ETag
     */
    @Patch("/{name}")
    @Needs(Permission.ROLES_WRITE)
    @Consumes({JsonBodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    HttpResponse<RoleResponse> changeRole(
            @Parameter(hidden = true) Principal principal,
            String name,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body RoleRequest role) {
        Role known = UserNames.role(name);
        RoleDefinition changed =
                changeRole.change(principal, known, expectedVersion(principal, known, ifMatch), role::applyTo);
        return HttpResponse.ok(RoleResponse.from(changed)).header(HttpHeaders.ETAG, EntityTag.of(changed.version()));
    }

    /**
     * Deletes a role that nobody has. Needs roles:write, and every permission that the role has.
     *
     * @param name the name of the role
     * @param ifMatch the version it is meant for, as an entity tag; 412 if the role has another by now
     * @return nothing
     */
    @Delete("/{name}")
    @Needs(Permission.ROLES_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> deleteRole(
            @Parameter(hidden = true) Principal principal,
            String name,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Role known = UserNames.role(name);
        deleteRole.delete(principal, known, expectedVersion(principal, known, ifMatch));
        return HttpResponse.noContent();
    }

    private @Nullable Long expectedVersion(Principal principal, Role name, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(principal, name).version());
    }
}
