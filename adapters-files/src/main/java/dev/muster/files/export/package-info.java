/**
 * Files of exports, in a folder of this machine or one that all nodes share.
 * Names are made of ids alone, so no request leads out of the folder.
 */
@NullMarked
package dev.muster.files.export;

import org.jspecify.annotations.NullMarked;
