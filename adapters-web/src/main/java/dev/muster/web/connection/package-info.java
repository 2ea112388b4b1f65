/**
 * What a client may keep of the server: connections, time, and requests sent ahead of their answers.
 * Each is bounded below HTTP, before a route or a filter sees anything of a request.
 */
@NullMarked
package dev.muster.web.connection;

import org.jspecify.annotations.NullMarked;
