/**
 * Who did what to whom, kept for the record.
 * The record is added to and never changed.
 */
@NullMarked
package dev.muster.domain.audit;

import org.jspecify.annotations.NullMarked;
