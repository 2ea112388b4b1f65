package dev.muster.domain.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One and many of English nouns, in lower case, well enough for names of tables; of compounds the last word changes. */
final class Nouns {

    private static final Map<String, String> IRREGULAR = Map.of(
            "person", "people", "child", "children", "man", "men", "woman", "women", "datum", "data", "mouse", "mice");
    private static final Map<String, String> IRREGULAR_PLURALS =
            IRREGULAR.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final List<String> HISSING = List.of("s", "x", "ch", "sh");

    private Nouns() {}

    static boolean isPlural(String noun) {
        String last = lastWord(noun);
        return IRREGULAR_PLURALS.containsKey(last) || (last.length() > 3 && endsInPluralS(last));
    }

    static String plural(String noun) {
        if (isPlural(noun)) {
            return noun;
        }
        String last = lastWord(noun);
        return beforeLastWord(noun) + IRREGULAR.getOrDefault(last, regularPlural(last));
    }

    static String singular(String noun) {
        String last = lastWord(noun);
        if (IRREGULAR_PLURALS.containsKey(last)) {
            return beforeLastWord(noun) + IRREGULAR_PLURALS.get(last);
        }
        return isPlural(noun) ? beforeLastWord(noun) + regularSingular(last) : noun;
    }

    private static String regularPlural(String noun) {
        boolean changesY = noun.length() > 1 && noun.endsWith("y") && !isVowel(noun.charAt(noun.length() - 2));
        if (changesY) {
            return without(noun, 1) + "ies";
        }
        return noun + (endsWithAny(noun, HISSING) ? "es" : "s");
    }

    /** Statuses have a status, and causes a cause. */
    private static String regularSingular(String noun) {
        if (noun.endsWith("ies") && noun.length() > 4) {
            return without(noun, 3) + "y";
        }
        boolean afterU = noun.endsWith("uses") && !endsWithAny(noun, List.of("auses", "ouses"));
        boolean hissing = endsWithAny(noun, List.of("sses", "xes", "ches", "shes"));
        return without(noun, afterU || hissing ? 2 : 1);
    }

    private static boolean endsInPluralS(String word) {
        return word.endsWith("s") && !endsWithAny(word, List.of("ss", "us", "is"));
    }

    private static boolean endsWithAny(String word, List<String> ends) {
        return ends.stream().anyMatch(word::endsWith);
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static String lastWord(String noun) {
        return noun.substring(noun.lastIndexOf('_') + 1);
    }

    private static String beforeLastWord(String noun) {
        return noun.substring(0, noun.lastIndexOf('_') + 1);
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
