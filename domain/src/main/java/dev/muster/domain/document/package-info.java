/**
 * Documents of a project, each a row of versions that never change.
 * Every change of the content is a new version, and an old one comes back as a new one.
 */
@NullMarked
package dev.muster.domain.document;

import org.jspecify.annotations.NullMarked;
