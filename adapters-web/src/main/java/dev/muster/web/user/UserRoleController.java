package dev.muster.web.user;

import dev.muster.application.user.GrantRole;
import dev.muster.application.user.UserDirectoryQueries;
import dev.muster.application.user.WithdrawRole;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.EntityTag;
import dev.muster.web.shared.Needs;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who has which role. A change counts from the person's next request on. */
@AnswersProblems
@Needs(Permission.ROLES_WRITE)
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/users/{id}/roles/{role}")
@ExecuteOn(Workers.DATABASE)
final class UserRoleController {

    private final UserDirectoryQueries queries;
    private final GrantRole grantRole;
    private final WithdrawRole withdrawRole;

    UserRoleController(UserDirectoryQueries queries, GrantRole grantRole, WithdrawRole withdrawRole) {
        this.queries = queries;
        this.grantRole = grantRole;
        this.withdrawRole = withdrawRole;
    }

    /**
     * Gives someone a role; one that they have stays. Needs roles:write, and every permission of the role and the account.
     *
     * @param id the id of the user
     * @param role the name of the role
     * @param ifMatch the version of the account it is meant for, as an entity tag; 412 if it has another by now
     * @return nothing
     */
    @Put
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> grantRole(
            @Parameter(hidden = true) Principal principal,
            String id,
            String role,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId userId = UserNames.user(id);
        grantRole.grant(principal, userId, UserNames.role(role), expectedVersion(principal, userId, ifMatch));
        return HttpResponse.noContent();
    }

    /**
     * Takes a role from someone; nothing happens if they don't have it. Needs roles:write, and every permission of the role
     * and the account.
     *
     * @param id the id of the user
     * @param role the name of the role
     * @param ifMatch the version of the account it is meant for, as an entity tag; 412 if it has another by now
     * @return nothing
     */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> withdrawRole(
            @Parameter(hidden = true) Principal principal,
            String id,
            String role,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UserId userId = UserNames.user(id);
        withdrawRole.withdraw(principal, userId, UserNames.role(role), expectedVersion(principal, userId, ifMatch));
        return HttpResponse.noContent();
    }

    private @Nullable Long expectedVersion(Principal principal, UserId id, @Nullable String ifMatch) {
        return EntityTag.expectedVersion(
                ifMatch, () -> queries.require(principal, id).version());
    }
}
