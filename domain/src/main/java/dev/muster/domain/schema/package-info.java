/**
 * The schema that a story asks for: entities, attributes and references found in its text by fixed rules.
 * It is drawn as a Mermaid diagram, sketched in SQL and sized in story points; names from outside are made safe here.
 */
@NullMarked
package dev.muster.domain.schema;

import org.jspecify.annotations.NullMarked;
