/**
 * Remembers in this process who stands behind a session.
 * Other nodes remember for themselves and are not told what is forgotten here.
 */
@NullMarked
package dev.muster.cache.session;

import org.jspecify.annotations.NullMarked;
