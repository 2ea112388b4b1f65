package dev.muster.application.document;

import dev.muster.domain.document.DocumentContent;
import dev.muster.domain.document.DocumentTitle;
import dev.muster.domain.document.VersionNote;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a document; what is null stays as it is.
 *
 * @param note what the author says of the version that a new content makes; of no use without one
 */
public record DocumentChange(
        @Nullable DocumentTitle title,
        @Nullable DocumentContent content,
        @Nullable VersionNote note) {}
