package dev.muster.domain.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule of lists: an item such as {@code - users: id, email, name text} or {@code * Order (total, user_id)} names an
 * entity and its attributes. Every attribute is one word, perhaps with its type and with words such as unique or not null;
 * a line of which any part has another form is an ordinary sentence.
 */
final class AttributeLists {

    private static final Pattern ITEM = Pattern.compile("^(?:[-*+]|\\d{1,3}[.)])[ \\t]++(.{1,2000}+)$");
    private static final Pattern MARKUP = Pattern.compile("[`*]");
    private static final Pattern SIZES =
            Pattern.compile("\\(\\s{0,2}\\d{1,4}(?:\\s{0,2},\\s{0,2}\\d{1,4})?\\s{0,2}\\)");
    private static final Pattern LIST = Pattern.compile(
            "^([A-Za-z]\\w{0,39}(?: (?!table|entity|model)[a-z]\\w{0,39})?)(?: (?:table|entity|model))? ?[:(] ?(.+)$");
    private static final Pattern END = Pattern.compile("[).;\\s]+$");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("^([A-Za-z_]\\w{0,39})((?:[ :(]{1,2}[A-Za-z]{1,20}\\)?){0,5})$");

    private static final Set<String> QUALITIES = Set.of(
            "unique",
            "required",
            "optional",
            "not",
            "null",
            "nullable",
            "pk",
            "fk",
            "primary",
            "foreign",
            "key",
            "indexed",
            "default");

    private record Found(String name, @Nullable AttributeType type) {}

    private AttributeLists() {}

    static void read(String text, Findings findings) {
        text.lines().map(String::strip).forEach(line -> {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                readItem(plain(item.group(1)), findings);
            }
        });
    }

    private static String plain(String item) {
        return SIZES.matcher(MARKUP.matcher(item).replaceAll("")).replaceAll("");
    }

    private static void readItem(String item, Findings findings) {
        Matcher list = LIST.matcher(item);
        if (!list.matches() || !Words.mayName(list.group(1))) {
            return;
        }
        List<Found> attributes = new ArrayList<>();
        for (String part : END.matcher(list.group(2)).replaceAll("").split("\\s*+,\\s*+", -1)) {
            Optional<Found> attribute = attribute(part.strip());
            if (attribute.isEmpty()) {
                return;
            }
            attributes.add(attribute.get());
        }
        String entity = list.group(1);
        findings.entity(entity);
        attributes.forEach(found -> findings.attribute(entity, found.name(), found.type()));
    }

    private static Optional<Found> attribute(String part) {
        Matcher attribute = ATTRIBUTE.matcher(part);
        if (!attribute.matches()) {
            return Optional.empty();
        }
        AttributeType type = null;
        for (String word : attribute.group(2).toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            Optional<AttributeType> named = AttributeType.named(word);
            if (named.isEmpty() && !word.isEmpty() && !QUALITIES.contains(word)) {
                return Optional.empty();
            }
            type = named.orElse(type);
        }
        return Optional.of(new Found(attribute.group(1), type));
    }
}
