/**
 * How often something may be asked for.
 * What is limited, and by which key, belongs to those who ask.
 */
@NullMarked
package dev.muster.domain.limit;

import org.jspecify.annotations.NullMarked;
