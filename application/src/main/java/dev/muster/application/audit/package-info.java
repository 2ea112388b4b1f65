/**
 * The record of what was done: written by use cases of all features, in their own units of work, and read by administrators.
 * Nothing here changes an entry.
 */
@NullMarked
package dev.muster.application.audit;

import org.jspecify.annotations.NullMarked;
