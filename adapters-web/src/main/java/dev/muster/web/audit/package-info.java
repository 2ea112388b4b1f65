/**
 * The audit log, for those who may read it.
 * Nothing here writes an entry.
 */
@NullMarked
package dev.muster.web.audit;

import org.jspecify.annotations.NullMarked;
