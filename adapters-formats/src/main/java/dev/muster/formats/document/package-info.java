/**
 * Differences between versions of a document, found by java-diff-utils.
 * Which versions are compared, and who may see them, is not known here.
 */
@NullMarked
package dev.muster.formats.document;

import org.jspecify.annotations.NullMarked;
