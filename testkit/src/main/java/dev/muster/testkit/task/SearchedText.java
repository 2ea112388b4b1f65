package dev.muster.testkit.task;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tasks a text finds, and how well it fits. */
final class SearchedText {

    private static final int SHORTEST_PART = 3;
    private static final String PUNCTUATION = "[\\p{Punct}\\s]+";

    private SearchedText() {}

    static boolean fits(Task task, String text) {
        return isPartOfTitle(task, text) || hasAll(words(title(task) + "\n" + description(task)), text);
    }

    /** More for a part of the title than for its words, and for these more than for words of the description. */
    static float score(Task task, String text) {
        int length = title(task).length() + description(task).length();
        float density = (float) text.length() / (text.length() + length);
        if (isPartOfTitle(task, text)) {
            return 2 + density;
        }
        return hasAll(words(title(task)), text) ? 1 + density : density;
    }

    private static boolean isPartOfTitle(Task task, String text) {
        return text.codePointCount(0, text.length()) >= SHORTEST_PART
                && title(task).contains(folded(text));
    }

    private static boolean hasAll(Set<String> words, String text) {
        Set<String> wanted = words(folded(text));
        return !wanted.isEmpty() && words.containsAll(wanted);
    }

    private static String title(Task task) {
        return folded(task.details().title().value());
    }

    private static String description(Task task) {
        TaskDescription description = task.details().description();
        return description == null ? "" : folded(description.value());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Set<String> words(String folded) {
        return Arrays.stream(folded.split(PUNCTUATION, -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
