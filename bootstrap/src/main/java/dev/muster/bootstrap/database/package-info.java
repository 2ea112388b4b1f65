/**
 * Where Muster's PostgreSQL comes from: the server of {@code DATABASE_URL}, or one that Muster brings along and keeps under its data folder.
 * Nothing here speaks SQL over a connection; the outcome is an address and the logins for it.
 */
@NullMarked
package dev.muster.bootstrap.database;

import org.jspecify.annotations.NullMarked;
