/**
 * Letters worded by templates and carried by SMTP.
 * When a letter is due, and what happens when it does not go, is not known here.
 */
@NullMarked
package dev.muster.messaging.mail;

import org.jspecify.annotations.NullMarked;
