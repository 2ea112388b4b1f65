package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.user.EmailAddress;
import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants a link mailed.
 *
 * @param email where to; nothing is mailed to an address that has no account
 */
public record AddressRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "email",
                example = "ann@example.org")
        @Nullable String email) {

    /** @throws dev.muster.domain.shared.Invalid if it is none */
    EmailAddress address() {
        var members = new Members();
        EmailAddress address = members.read("/email", email, EmailAddress::new);
        members.finish();
        return requireNonNull(address);
    }
}
