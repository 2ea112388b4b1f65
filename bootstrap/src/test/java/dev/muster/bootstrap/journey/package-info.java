/**
 * What people do with Muster, over a socket, on a real PostgreSQL.
 * Every exchange is held against the OpenAPI document that Muster serves.
 */
@NullMarked
package dev.muster.bootstrap.journey;

import org.jspecify.annotations.NullMarked;
