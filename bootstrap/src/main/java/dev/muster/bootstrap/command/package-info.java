/**
 * The commands of the {@code muster} executable (requirement G3).
 * Each ends with status 0 for done, 1 for failed with one sentence, 2 for wrong usage.
 */
@NullMarked
package dev.muster.bootstrap.command;

import org.jspecify.annotations.NullMarked;
