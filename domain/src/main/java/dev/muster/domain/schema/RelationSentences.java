package dev.muster.domain.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rule of sentences: {@code User has many Orders}, {@code Order belongs to a User}, {@code User has one Profile},
 * {@code Product has and belongs to many Tags}, {@code Products and Tags are many-to-many}. Both sides are entities
 * thereby. After many, the first plural of the next three words counts, so that adjectives may stand before it; together
 * with them where that is an entity already ({@code many order items}).
 */
final class RelationSentences {

    private static final String MANY = "(?:many|several|multiple|zero or more|one or more|any number of)";
    private static final String NEXT = "([A-Za-z]\\w{0,39}(?: [A-Za-z]\\w{0,39}){0,2})";

    private static final Pattern HAS_MANY = Pattern.compile(Words.WORD
            + " (?:can |may )?(?:has|have|owns?|contains?|includes?|places?|consists? of) " + MANY + " " + NEXT);
    private static final Pattern HAS_ONE = Pattern.compile(Words.WORD + " (?:has|have) (?:exactly )?one " + Words.WORD);
    private static final Pattern BELONGS =
            Pattern.compile(Words.WORD + " belongs? to (?:exactly one |one |an |a |the |its |their )?" + Words.WORD);
    private static final Pattern BOTH_MANY = Pattern.compile(Words.WORD + " (?:has|have) and belongs? to many " + NEXT);
    private static final Pattern MANY_TO_MANY =
            Pattern.compile(Words.WORD + " and " + Words.WORD + " are many-to-many");

    private RelationSentences() {}

    /** @param text in one line */
    static void read(String text, Findings findings) {
        String plain = text.replace("`", "").replace("*", "");
        HAS_MANY.matcher(plain)
                .results()
                .forEach(found -> plural(found.group(2), findings)
                        .filter(many -> Words.mayName(found.group(1)))
                        .ifPresent(many -> {
                            findings.entity(found.group(1));
                            findings.reference(many, found.group(1), false);
                        }));
        each(BELONGS, plain, (part, whole) -> findings.reference(part, whole, false));
        each(HAS_ONE, plain, (one, other) -> {
            findings.entity(one);
            findings.reference(other, one, true);
        });
        BOTH_MANY
                .matcher(plain)
                .results()
                .forEach(found -> plural(found.group(2), findings)
                        .filter(many -> Words.mayName(found.group(1)))
                        .ifPresent(many -> findings.manyToMany(found.group(1), many)));
        each(MANY_TO_MANY, plain, findings::manyToMany);
    }

    private static void each(Pattern sentence, String text, BiConsumer<String, String> relation) {
        sentence.matcher(text)
                .results()
                .filter(found -> Words.mayName(found.group(1)) && Words.mayName(found.group(2)))
                .forEach(found -> relation.accept(found.group(1), found.group(2)));
    }

    private static Optional<String> plural(String words, Findings findings) {
        String[] word = words.split(" ");
        int last = 0;
        while (last < word.length && !Words.isPlural(word[last])) {
            last++;
        }
        if (last == word.length) {
            return Optional.empty();
        }
        int end = last + 1;
        return IntStream.range(0, end)
                .mapToObj(first -> String.join("_", Arrays.copyOfRange(word, first, end)))
                .filter(findings::knows)
                .findFirst()
                .or(() -> Optional.of(word[end - 1]));
    }
}
