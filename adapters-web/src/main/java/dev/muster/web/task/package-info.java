/**
 * Tasks over HTTP: their routes, and the forms that a task has in requests and answers.
 * What a task may be is decided in the domain.
 */
@NullMarked
package dev.muster.web.task;

import org.jspecify.annotations.NullMarked;
