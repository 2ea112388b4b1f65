/**
 * Letters: put into the outbox by use cases of all features, in their own units of work, and sent afterwards.
 * Nothing here decides what is told to whom.
 */
@NullMarked
package dev.muster.application.mail;

import org.jspecify.annotations.NullMarked;
