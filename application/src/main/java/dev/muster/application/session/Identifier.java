package dev.muster.application.session;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Username;
import java.util.Optional;
import java.util.function.Function;

/** What one signs in with: an e-mail address or a user name. Whatever is neither is nobody's. */
record Identifier(String text) {

    /** @param <T> what is found of an account */
    <T> Optional<T> find(Function<EmailAddress, Optional<T>> byEmail, Function<Username, Optional<T>> byUsername) {
        try {
            // No user name has an @.
            return text.contains("@") ? byEmail.apply(new EmailAddress(text)) : byUsername.apply(new Username(text));
        } catch (Invalid nobodys) {
            return Optional.empty();
        }
    }
}
