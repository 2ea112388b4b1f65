/**
 * Being signed in: sessions, refresh tokens that keep them, access tokens that speak for them, the keys that sign these.
 * Who a person is belongs to the user package.
 */
@NullMarked
package dev.muster.domain.session;

import org.jspecify.annotations.NullMarked;
