/**
 * Letters to people: written into an outbox together with the change they tell of, sent afterwards.
 * How a letter is worded and carried belongs to adapters.
 */
@NullMarked
package dev.muster.domain.mail;

import org.jspecify.annotations.NullMarked;
