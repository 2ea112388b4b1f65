/**
 * Contracts of the ports of exports, their adapters in memory, and samples.
 */
@NullMarked
package dev.muster.testkit.export;

import org.jspecify.annotations.NullMarked;
