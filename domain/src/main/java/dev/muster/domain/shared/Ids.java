package dev.muster.domain.shared;

import java.util.UUID;

/** Makes identifiers. */
@FunctionalInterface
public interface Ids {

    /** A new UUIDv7 (RFC 9562, section 5.7): unique, never guessed from another, later ones sort after earlier ones. */
    UUID next();
}
