/**
 * What those who run or use Muster ask about Muster itself over HTTP: its health, and its reference.
 * Nothing here is about a user's data.
 */
@NullMarked
package dev.muster.web.operations;

import org.jspecify.annotations.NullMarked;
