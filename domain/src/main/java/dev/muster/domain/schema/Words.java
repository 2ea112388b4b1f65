package dev.muster.domain.schema;

import java.util.Locale;
import java.util.Set;

/** Which words of a story may be the name of an entity. */
final class Words {

    /** One word in a pattern; bounded, so that no text takes long to look through. */
    static final String WORD = "(?<![\\w`])([A-Za-z]\\w{0,39})(?!\\w)";

    /** Words that say something about the story, or about other words, and never are something that is stored. */
    private static final Set<String> NEVER = Set.of("""
            a an the this that these those it its he she they them we you i one ones each every any some all both many much
            more most other others such same which who what when where why how and or but not no yes if then else so as
            is are was were be been being has have had does do did can could may might must shall should will would
            of in on at to from for with by into over under up down out off about after before between
            new old null true false todo note notes example examples given see story stories task tasks-from-template
            table tables entity entities model models column columns attribute attributes field fields schema schemas
            database databases index indexes relation relations requirement requirements criteria goal goals
            context summary description details acceptance following""".split("\\s+"));

    /** Proper names in camel case that are no entities. */
    private static final Set<String> PRODUCTS = Set.of(
            "postgresql",
            "mysql",
            "mariadb",
            "mongodb",
            "javascript",
            "typescript",
            "github",
            "gitlab",
            "openapi",
            "graphql",
            "flyway",
            "pgbouncer",
            "liquibase",
            "nosql",
            "oauth",
            "devops",
            "webhook",
            "restful",
            "youtube",
            "linkedin",
            "iphone",
            "macos",
            "mermaid",
            "markdown",
            "dynamodb",
            "rabbitmq",
            "junit",
            "nodejs");

    private Words() {}

    static boolean mayName(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return !NEVER.contains(lower) && !PRODUCTS.contains(lower);
    }

    /** Whether it is written like a name: with a capital and small letters, or with an underscore inside. */
    static boolean isNameLike(String word) {
        boolean capital = Character.isUpperCase(word.charAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT));
        return mayName(word) && (capital || word.indexOf('_') > 0);
    }

    /** Whether it is a noun in the plural. */
    static boolean isPlural(String word) {
        return mayName(word) && Nouns.isPlural(word.toLowerCase(Locale.ROOT));
    }
}
