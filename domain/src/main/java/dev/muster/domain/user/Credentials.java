package dev.muster.domain.user;

/** A person with what proves a password to be theirs. Kept apart, so that whoever has a {@link User} has no hash. */
public record Credentials(User user, PasswordHash hash) {}
