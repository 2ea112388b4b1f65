/**
 * Tokens and what makes them: access tokens as JWTs by RFC 9068, the keys that sign them, opaque secrets.
 * docs/adr/0004-access-token-signing.md has the figures behind the algorithm and the memory of verified tokens.
 */
@NullMarked
package dev.muster.security.session;

import org.jspecify.annotations.NullMarked;
