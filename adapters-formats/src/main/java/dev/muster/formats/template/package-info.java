/**
 * Patterns of templates, read and filled by JMustache.
 * What they are filled with, and where the text goes, is not known here.
 */
@NullMarked
package dev.muster.formats.template;

import org.jspecify.annotations.NullMarked;
