package dev.muster.domain.user;

/** The passwords that are tried first by who guesses. Thread-safe. */
@FunctionalInterface
public interface PasswordBlocklist {

    /** Whether the password is a common or breached one, in any case (OWASP ASVS 5.0, 6.2.4, 6.2.12). */
    boolean contains(Password password);
}
