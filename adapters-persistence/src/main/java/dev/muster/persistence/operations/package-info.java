/**
 * The database itself: its schema, and how it is.
 * Nothing here runs inside a unit of work.
 */
@NullMarked
package dev.muster.persistence.operations;

import org.jspecify.annotations.NullMarked;
