/**
 * Tasks of a person: what is to do, how far it is, until when. Every task has one owner, and nobody else sees it.
 */
@NullMarked
package dev.muster.domain.task;

import org.jspecify.annotations.NullMarked;
