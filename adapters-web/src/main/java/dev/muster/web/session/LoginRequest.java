package dev.muster.web.session;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.session.Device;
import dev.muster.domain.user.Password;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.PasswordMember;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants to sign in.
 *
 * @param identifier an e-mail address or a user name
 * @param password the password
 * @param deviceName what the person calls the device, one line of 1 to 100 characters
 */
public record LoginRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org") @Nullable String identifier,

        @PasswordMember @Nullable String password,

        @Schema(nullable = true, maxLength = Device.MAX_NAME, example = "Ann's laptop") @Nullable String deviceName) {

    /**
     * The credentials.
     *
     * @throws dev.muster.domain.shared.Invalid with everything that is wrong
     */
    Credentials credentials(@Nullable String ip, @Nullable String userAgent) {
        var members = new Members();
        String who = members.read("/identifier", identifier, Function.identity());
        Password secret = members.read("/password", password, Password::new);
        Device device = deviceName == null
                ? new Device(null, ip, userAgent)
                : members.read("/device_name", deviceName, name -> new Device(name, ip, userAgent));
        members.finish();
        return new Credentials(requireNonNull(who), requireNonNull(secret), requireNonNull(device));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LoginRequest[***]";
    }

    /** What is needed to sign in, whole. */
    record Credentials(String identifier, Password password, Device device) {}
}
