/**
 * Exports of projects: asked for, looked at, downloaded.
 * Files are sent in constant memory, by threads that hold no connection to the database.
 */
@NullMarked
package dev.muster.web.export;

import org.jspecify.annotations.NullMarked;
