/** What more than one feature draws from chance: identifiers. Secrets stand with the feature they open. */
@NullMarked
package dev.muster.security.shared;

import org.jspecify.annotations.NullMarked;
