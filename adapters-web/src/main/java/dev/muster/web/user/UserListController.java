package dev.muster.web.user;

import dev.muster.application.user.UserDirectoryQueries;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserFilter;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.ApiDocument;
import dev.muster.web.shared.Needs;
import dev.muster.web.shared.NextPage;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Finding people. */
@AnswersProblems
@Needs(Permission.USERS_READ)
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/users")
@ExecuteOn(Workers.DATABASE)
final class UserListController {

    private final UserDirectoryQueries queries;

    UserListController(UserDirectoryQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists users, newest first; deleted ones only when status asks for them. Needs users:read. The header Link leads to
     * the next page.
     *
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "q",
                        in = ParameterIn.QUERY,
                        description =
                                "Only users in whose name, user name or address this stands, or all its words do.",
                        schema = @Schema(type = "string", minLength = 1, maxLength = UserFilter.MAX_TEXT)),
                @Parameter(
                        name = "email",
                        in = ParameterIn.QUERY,
                        description = "Only the user with this address, in any case.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "username",
                        in = ParameterIn.QUERY,
                        description = "Only the user with this user name, in any case.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        description = "Only users that are active, inactive, suspended or deleted.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"active", "inactive", "suspended", "deleted"})),
                @Parameter(
                        name = "role",
                        in = ParameterIn.QUERY,
                        description = "Only users who have this role.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "created_after",
                        in = ParameterIn.QUERY,
                        description = "Only users made at this time or later.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "created_before",
                        in = ParameterIn.QUERY,
                        description = "Only users made before this time.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many users a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "count",
                        in = ParameterIn.QUERY,
                        description = "Whether to count the users of all pages, as total_count.",
                        schema = @Schema(type = "boolean", defaultValue = "false"))
            })
    HttpResponse<UserListResponse> listUsers(@Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        PageParameters parameters = PageParameters.of(request);
        UserFilter filter = UserFilters.of(request.getParameters().asMap());
        var wanted = new PageRequest<>(parameters.limit(), UserCursor.decode(parameters.cursor()));
        Page<User> page = queries.findPage(principal, filter, wanted);
        Long total = parameters.count() ? queries.count(principal, filter) : null;
        var list = UserListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }
}
