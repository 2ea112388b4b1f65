/**
 * Routes of projects, and how paths name one.
 * A project is named by its id or by its key, in any case.
 */
@NullMarked
package dev.muster.web.project;

import org.jspecify.annotations.NullMarked;
