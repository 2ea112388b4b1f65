/**
 * The outbox, in PostgreSQL.
 * Several nodes take from it at once, and each letter is with one of them.
 */
@NullMarked
package dev.muster.persistence.mail;

import org.jspecify.annotations.NullMarked;
