package dev.muster.web.audit;

import dev.muster.application.audit.AuditQueries;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Permission;
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

/** The audit log, for those who may read it. */
@AnswersProblems
@Needs(Permission.AUDIT_READ)
@SecurityRequirement(name = ApiDocument.BEARER)
@Tag(name = "Administration")
@Controller("/v1/audit-events")
@ExecuteOn(Workers.DATABASE)
final class AuditEventController {

    private final AuditQueries queries;

    AuditEventController(AuditQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists what was done, newest first. Needs the permission audit:read. The header Link leads to the next page.
     *
     * @return one page
     */
    @Get
    @Operation(
            parameters = {
                @Parameter(
                        name = "actor",
                        in = ParameterIn.QUERY,
                        description = "Only what this person did.",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "subject",
                        in = ParameterIn.QUERY,
                        description = "Only what was done to this person.",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "action",
                        in = ParameterIn.QUERY,
                        description = "Only this action, such as login_failed.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "Only what was done at this time or later.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "Only what was done before this time.",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "How many entries a page has at most.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "The next_cursor of the page before.",
                        schema = @Schema(type = "string"))
            })
    HttpResponse<AuditEventListResponse> listAuditEvents(
            @Parameter(hidden = true) Principal principal, HttpRequest<?> request) {
        PageParameters parameters = PageParameters.of(request);
        AuditFilter filter = AuditFilters.of(request.getParameters().asMap());
        var wanted = new PageRequest<>(parameters.limit(), AuditCursor.decode(parameters.cursor()));
        var list = AuditEventListResponse.from(queries.search(principal, filter, wanted));
        return NextPage.linked(request, list, list.nextCursor());
    }
}
