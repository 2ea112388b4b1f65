/**
 * A client that openapi-generator makes of the served OpenAPI document, for as long as a journey takes.
 * It is neither shipped nor kept.
 */
@NullMarked
package dev.muster.bootstrap.client;

import org.jspecify.annotations.NullMarked;
