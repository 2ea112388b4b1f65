/**
 * How use cases keep to rate limits.
 * Nothing here is a use case.
 */
@NullMarked
package dev.muster.application.limit;

import org.jspecify.annotations.NullMarked;
