/**
 * Making, reading, changing, comparing and deleting one's own documents and their versions.
 * Every use case names the owner, who is always the one who acts and so the author of every version.
 */
@NullMarked
package dev.muster.application.document;

import org.jspecify.annotations.NullMarked;
