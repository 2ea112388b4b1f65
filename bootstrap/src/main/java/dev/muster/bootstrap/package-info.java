/**
 * Where Muster starts: the main class.
 * Settings, database, server and commands have packages of their own, and each feature has its wiring.
 */
@NullMarked
package dev.muster.bootstrap;

import org.jspecify.annotations.NullMarked;
