/**
 * Documents and their versions in PostgreSQL.
 * What makes a version and when is decided elsewhere; that none is ever changed, the database sees to itself.
 */
@NullMarked
package dev.muster.persistence.document;

import org.jspecify.annotations.NullMarked;
