package dev.muster.domain.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule of marks: what is in back-ticks and written like a name or in the plural ({@code `Order`}, {@code `orders`},
 * {@code `orders.total`}), what stands beside one of the words table, entity and model ({@code the orders table},
 * {@code entities: User, Order and Item}), and what is written in camel case ({@code OrderItem}).
 */
final class MarkedNames {

    private static final Pattern TICKED = Pattern.compile("`([A-Za-z]\\w{0,39})(?:\\.([A-Za-z_]\\w{0,39}))?`");
    private static final String KIND = "(?i:tables?|entity|entities|models?)";
    private static final Pattern AFTER = Pattern.compile("\\b" + KIND + "(: ?| named | called | )(" + Words.WORD
            + "(?:(?:, and |, | and )(?!" + KIND + ")" + Words.WORD + "){0,19})");
    private static final Pattern BEFORE = Pattern.compile(Words.WORD + " " + KIND + "\\b");
    private static final Pattern CAMEL =
            Pattern.compile("(?<!\\w)([A-Z][a-z0-9]{1,19}(?:[A-Z][a-z0-9]{1,19}){1,3})(?!\\w)");
    private static final Pattern SEPARATOR = Pattern.compile(", and |, | and ");

    /** What follows the point in the name of a file. */
    private static final Set<String> FILES = Set.of(
            "json",
            "md",
            "sql",
            "yml",
            "yaml",
            "xml",
            "java",
            "txt",
            "csv",
            "js",
            "ts",
            "py",
            "sh",
            "html",
            "properties",
            "toml");

    private MarkedNames() {}

    /** @param text in one line */
    static void read(String text, Findings findings) {
        TICKED.matcher(text).results().forEach(ticked -> ticked(ticked.group(1), ticked.group(2), findings));
        String plain = text.replace("`", "").replace("*", "");
        AFTER.matcher(plain).results().forEach(found -> {
            boolean announced = !found.group(1).equals(" ");
            for (String word : SEPARATOR.split(found.group(2))) {
                if (Words.isNameLike(word) || (announced && Words.isPlural(word))) {
                    findings.entity(word);
                }
            }
        });
        Matcher before = BEFORE.matcher(plain);
        before.results()
                .map(found -> found.group(1))
                .filter(MarkedNames::isName)
                .forEach(findings::entity);
        CAMEL.matcher(plain)
                .results()
                .map(found -> found.group(1))
                .filter(Words::mayName)
                .forEach(findings::entity);
    }

    private static void ticked(String name, @Nullable String column, Findings findings) {
        boolean file = column != null && FILES.contains(column.toLowerCase(Locale.ROOT));
        if (file || !isName(name)) {
            return;
        }
        findings.entity(name);
        if (column != null) {
            findings.attribute(name, column, null);
        }
    }

    private static boolean isName(String word) {
        return Words.isPlural(word) || (Words.isNameLike(word) && Character.isUpperCase(word.charAt(0)));
    }
}
