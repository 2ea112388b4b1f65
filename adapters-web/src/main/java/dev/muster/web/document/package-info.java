/**
 * Documents and their versions over HTTP: their routes, and the forms that they have in requests and answers.
 * What makes a version is decided in the use cases.
 */
@NullMarked
package dev.muster.web.document;

import org.jspecify.annotations.NullMarked;
