package dev.muster.web.shared;

import dev.muster.domain.audit.Origin;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Supplier;

/** Tells what a use case would learn of the request, on each kind of thread; only where a test asks for it. */
@Open
@Controller("/origins")
@Requires(property = "test.origins")
class OriginController {

    private final Supplier<Origin> origin;

    OriginController(Supplier<Origin> origin) {
        this.origin = origin;
    }

    @Get("/database")
    @ExecuteOn(Workers.DATABASE)
    String onDatabase() {
        return told("database");
    }

    @Get("/hashing")
    @ExecuteOn(Workers.HASHING)
    String onHashing() {
        return told("hashing");
    }

    private String told(String workers) {
        Origin told = origin.get();
        if (!told.equals(origin.get()) || !Thread.currentThread().getName().startsWith(workers)) {
            throw new IllegalStateException("not what the test is about");
        }
        return "\"" + told.ip() + "|" + told.userAgent() + "|" + told.requestId() + "\"";
    }
}
