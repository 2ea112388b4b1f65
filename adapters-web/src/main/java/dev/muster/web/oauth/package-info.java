/**
 * The endpoints that stock OAuth clients and resource servers know how to use (requirement A14).
 * They speak in forms and in the errors of RFC 6749, where the rest of the API speaks in JSON and problems.
 */
@NullMarked
package dev.muster.web.oauth;

import org.jspecify.annotations.NullMarked;
