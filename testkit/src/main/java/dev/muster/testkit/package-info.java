/**
 * What tests of Muster stand on: the contracts of the ports, adapters that keep everything in memory, sample data, and
 * a real PostgreSQL. Never on the product's class path.
 */
@NullMarked
package dev.muster.testkit;

import org.jspecify.annotations.NullMarked;
