/** A running server over stores in memory, and a client to it. For tests of routes; knows nothing of what they expect. */
package dev.muster.web.testing;
