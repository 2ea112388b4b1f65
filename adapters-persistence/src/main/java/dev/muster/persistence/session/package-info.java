/**
 * Sessions, refresh tokens and signing keys, in PostgreSQL.
 * A secret is here only as a hash or sealed.
 */
@NullMarked
package dev.muster.persistence.session;

import org.jspecify.annotations.NullMarked;
