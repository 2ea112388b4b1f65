package dev.muster.domain.document;

/**
 * One version of a document with what it says.
 *
 * @param document as it is now
 * @param version the newest or an older one
 * @param content of that version
 */
public record DocumentText(Document document, DocumentVersion version, DocumentContent content) {}
