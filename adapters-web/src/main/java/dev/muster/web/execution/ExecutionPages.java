package dev.muster.web.execution;

import dev.muster.application.execution.ExecutionQueries;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.NextPage;
import dev.muster.web.shared.PageParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

/** Pages of executions, whichever list they are of. */
final class ExecutionPages {

    private ExecutionPages() {}

    /** The page that the query asks for. */
    static HttpResponse<ExecutionListResponse> answer(
            HttpRequest<?> request, ExecutionQueries queries, UserId owner, ExecutionFilter filter) {
        PageParameters parameters = PageParameters.of(request);
        var wanted = new PageRequest<>(parameters.limit(), ExecutionCursor.decode(parameters.cursor()));
        Page<Execution> page = queries.findPage(owner, filter, wanted);
        Long total = parameters.count() ? queries.count(owner, filter) : null;
        var list = ExecutionListResponse.from(page, total);
        return NextPage.linked(request, list, list.nextCursor());
    }
}
