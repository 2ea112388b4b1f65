/**
 * Tests of the shell script that starts Muster, run as a person runs it.
 * Maven and Muster are played by small stand-ins, so that only the script is looked at.
 */
@NullMarked
package dev.muster.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
