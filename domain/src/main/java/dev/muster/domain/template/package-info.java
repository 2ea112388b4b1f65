/**
 * Templates by which tasks are made from stories (requirement C5): those of a person, with placeholders, and the built-in
 * one that works out what a story means for the database. A template makes one task of a story, once.
 */
@NullMarked
package dev.muster.domain.template;

import org.jspecify.annotations.NullMarked;
