/**
 * What those who run Muster ask of it.
 * Nothing here is about a user's data.
 */
@NullMarked
package dev.muster.application.operations;

import org.jspecify.annotations.NullMarked;
