/**
 * Accounts with their profiles and roles, in PostgreSQL.
 * Deleted accounts stay until they are erased.
 */
@NullMarked
package dev.muster.persistence.user;

import org.jspecify.annotations.NullMarked;
