/**
 * The mailbox of those who develop with Muster.
 * It is there only where no mail is sent and nobody else can reach it.
 */
@NullMarked
package dev.muster.web.mail;

import org.jspecify.annotations.NullMarked;
