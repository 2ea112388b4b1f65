/**
 * What every feature shares: the unit of work and who acts in it, coded failures, pages, and the rules of text.
 * Nothing here knows a feature.
 */
@NullMarked
package dev.muster.domain.shared;

import org.jspecify.annotations.NullMarked;
