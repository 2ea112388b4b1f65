package dev.muster.domain.user;

/** A hashed password with its parameters, as a PHC string ({@code $argon2id$v=19$m=...}). Never printed. */
public record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[***]";
    }
}
