/**
 * What all that is remembered or counted has in common: places for what loads find, and the way to Redis.
 * Knows no feature.
 */
@NullMarked
package dev.muster.cache.shared;

import org.jspecify.annotations.NullMarked;
