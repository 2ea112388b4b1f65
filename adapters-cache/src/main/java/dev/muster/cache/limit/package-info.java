/**
 * Rate limits over a sliding window, counted in memory or in Redis.
 * What is limited is not known here.
 */
@NullMarked
package dev.muster.cache.limit;

import org.jspecify.annotations.NullMarked;
