/**
 * What those who run Muster need to know of it.
 * Nothing here is about a user's data.
 */
@NullMarked
package dev.muster.domain.operations;

import org.jspecify.annotations.NullMarked;
