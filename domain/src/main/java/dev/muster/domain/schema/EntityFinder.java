package dev.muster.domain.schema;

import java.util.regex.Pattern;

/**
 * Finds what a story wants to be stored, by the rules of {@link AttributeLists}, {@link MarkedNames} and
 * {@link RelationSentences}, in this order. The same text always gives the same draft; docs/templates.md tells people how
 * to write for it.
 */
public final class EntityFinder {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private EntityFinder() {}

    /** The draft of a story, empty if it names nothing. */
    public static SchemaDraft find(String title, String description) {
        var findings = new Findings();
        AttributeLists.read(description, findings);
        String sentences = SPACE.matcher(title + ". " + description).replaceAll(" ");
        MarkedNames.read(sentences, findings);
        RelationSentences.read(sentences, findings);
        return findings.draft();
    }
}
