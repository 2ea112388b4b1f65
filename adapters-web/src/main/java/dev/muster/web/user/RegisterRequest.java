package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.application.user.Registration;
import dev.muster.domain.privacy.Consent;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Username;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.PasswordMember;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants to join.
 *
 * @param email an address of at most 254 characters
 * @param username 3 to 32 letters a to z, digits, dots, hyphens and underscores, a letter or digit first
 * @param name one line of 1 to 200 characters
 * @param password 12 to 128 characters of any kind, 8 of them besides words of the account, its owner and the service
 * @param consent what they agree to
 */
public record RegisterRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org") @Nullable String email,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 3,
                maxLength = 32,
                example = "ann")
        @Nullable String username,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 1,
                maxLength = 200,
                example = "Ann Example")
        @Nullable String name,

        @PasswordMember @Nullable String password,

        @Schema(nullable = true) @Nullable ConsentRequest consent) {

    /**
     * A version of a policy that is agreed to.
     *
     * @param policy one line of 1 to 100 characters
     * @param version one line of 1 to 50 characters
     */
    public record ConsentRequest(
            @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "privacy") @Nullable String policy,

            @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "2025-01") @Nullable String version) {

        private Consent.Terms terms() {
            var members = new Members();
            String givenPolicy = members.read("/policy", policy, Function.identity());
            String givenVersion = members.read("/version", version, Function.identity());
            members.finish();
            return new Consent.Terms(requireNonNull(givenPolicy), requireNonNull(givenVersion));
        }
    }

    /**
     * The wish.
     *
     * @param ip from where it came, or null if unknown
     * @throws dev.muster.domain.shared.Invalid with everything that is wrong
     */
    Registration registration(@Nullable String ip) {
        var members = new Members();
        EmailAddress address = members.read("/email", email, EmailAddress::new);
        Username login = members.read("/username", username, Username::new);
        PersonName called = members.read("/name", name, PersonName::new);
        Password secret = members.read("/password", password, Password::new);
        Consent.Terms terms = consent == null ? null : members.read("/consent", consent, ConsentRequest::terms);
        members.finish();
        return new Registration(
                requireNonNull(address),
                requireNonNull(login),
                requireNonNull(called),
                requireNonNull(secret),
                terms,
                ip);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RegisterRequest[***]";
    }
}
