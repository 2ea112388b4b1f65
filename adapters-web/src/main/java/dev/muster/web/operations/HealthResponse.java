package dev.muster.web.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether Muster is well.
 *
 * @param status up or down
 * @param database the database; only for who asks from the same machine, and where it was asked, otherwise null
 */
@Schema(name = "Health")
public record HealthResponse(
        @Schema(allowableValues = {"up", "down"}) String status,

        @Nullable DatabaseResponse database) {

    static HealthResponse of(boolean up, @Nullable DatabaseResponse database) {
        return new HealthResponse(up ? "up" : "down", database);
    }
}
