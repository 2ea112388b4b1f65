/**
 * What use cases of several features need.
 * Nothing here is a use case.
 */
@NullMarked
package dev.muster.application.shared;

import org.jspecify.annotations.NullMarked;
