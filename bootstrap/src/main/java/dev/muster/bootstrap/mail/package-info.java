/**
 * Puts together what writes and sends mail.
 * Without a mail server, mail is kept in the database and shown to who develops.
 */
@NullMarked
package dev.muster.bootstrap.mail;

import org.jspecify.annotations.NullMarked;
