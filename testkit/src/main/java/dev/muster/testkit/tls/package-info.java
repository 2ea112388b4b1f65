/**
 * What servers of tests need to speak TLS.
 * Certificates are made when they are needed, and trusted by nobody who isn't told to.
 */
@NullMarked
package dev.muster.testkit.tls;

import org.jspecify.annotations.NullMarked;
