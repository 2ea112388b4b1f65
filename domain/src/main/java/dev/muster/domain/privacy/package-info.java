/**
 * What a person has agreed to, and what is kept of it.
 * Deletion, retention and export of personal data belong here too.
 */
@NullMarked
package dev.muster.domain.privacy;

import org.jspecify.annotations.NullMarked;
