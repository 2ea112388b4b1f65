package dev.muster.web.operations;

import dev.muster.application.operations.HealthQueries;
import dev.muster.domain.operations.DatabaseHealth;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Peer;
import dev.muster.web.shared.Workers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether Muster is well, for load balancers and people. Details are for who asks from the same machine. */
@Open
@AnswersProblems
@Tag(name = "Operations")
@Controller("/health")
final class HealthController {

    private final HealthQueries health;

    HealthController(HealthQueries health) {
        this.health = health;
    }

    /**
     * Tells whether Muster runs and is ready.
     *
     * @return it is
     */
    @Get
    @ExecuteOn(Workers.HEALTH)
    @MayBeUnwell
    HttpResponse<HealthResponse> readHealth(HttpRequest<?> request) {
        boolean ready = health.isReady();
        return answer(ready, Peer.isLocal(request) ? DatabaseResponse.from(health.database()) : null);
    }

    /**
     * Tells that Muster runs; says nothing of the database.
     *
     * @return it runs
     */
    @Get("/live")
    HttpResponse<HealthResponse> readLiveness() {
        return answer(true, null);
    }

    /**
     * Tells whether requests can be served: the database answers, and Muster is not about to stop.
     *
     * @return they can
     */
    @Get("/ready")
    @ExecuteOn(Workers.HEALTH)
    @MayBeUnwell
    HttpResponse<HealthResponse> readReadiness() {
        return answer(health.isReady(), null);
    }

    /**
     * Tells how the database is.
     *
     * @return it answers
     */
    @Get("/db")
    @ExecuteOn(Workers.HEALTH)
    @MayBeUnwell
    HttpResponse<HealthResponse> readDatabaseHealth(HttpRequest<?> request) {
        DatabaseHealth.Status status = health.database();
        return answer(status.reachable(), Peer.isLocal(request) ? DatabaseResponse.from(status) : null);
    }

    private static HttpResponse<HealthResponse> answer(boolean up, @Nullable DatabaseResponse database) {
        return HttpResponse.<HealthResponse>status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(HealthResponse.of(up, database));
    }
}
