/**
 * Contracts of what words and carries letters, with adapters in memory and sample letters.
 * Nothing here leaves the process.
 */
@NullMarked
package dev.muster.testkit.mail;

import org.jspecify.annotations.NullMarked;
