/**
 * Exports: a project with its tasks and documents as a file, made while nobody waits, kept for a time.
 * What the file looks like and where it lies belongs to adapters.
 */
@NullMarked
package dev.muster.domain.export;

import org.jspecify.annotations.NullMarked;
