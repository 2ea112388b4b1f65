/**
 * What the contracts of every feature share: the contracts of unit of work and identifiers, tables in memory, a clock
 * that is set by hand, and races between threads.
 */
@NullMarked
package dev.muster.testkit.shared;

import org.jspecify.annotations.NullMarked;
