/**
 * Signing in, staying signed in, seeing and ending sessions over HTTP, and the keys to verify access tokens by.
 * Whether a token lets a request in is decided in the shared package's gate.
 */
@NullMarked
package dev.muster.web.session;

import org.jspecify.annotations.NullMarked;
