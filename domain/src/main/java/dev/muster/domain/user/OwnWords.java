package dev.muster.domain.user;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which an account, its owner and an installation are known. They count for nothing in a password, as who
 * guesses tries them first (OWASP ASVS 5.0, 6.1.2, 6.2.11).
 *
 * @param longestFirst so that a word is taken out whole, before a shorter one that is a part of it
 */
record OwnWords(List<String> longestFirst) {

    /** A shorter word stands in many a good password by chance. In code points. */
    private static final int SHORTEST = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int IN_ANY_CASE = Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    OwnWords {
        longestFirst = List.copyOf(longestFirst);
    }

    /**
     * The words of a person and of an installation: the address, what stands before its @ and the labels behind it, the user
     * name, and what stands between other characters than letters and digits in the person's name.
     */
    static OwnWords of(Identity person, Set<String> installation) {
        String address = person.email().value();
        int at = address.lastIndexOf('@');
        return new OwnWords(Stream.of(
                        Stream.of(
                                address,
                                address.substring(0, at),
                                person.username().value()),
                        Arrays.stream(address.substring(at + 1).split("\\.", -1)),
                        BETWEEN_WORDS.splitAsStream(person.name().value()),
                        installation.stream())
                .flatMap(words -> words)
                // As passwords are, so that a word typed on another keyboard is found.
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
                .filter(word -> length(word) >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(OwnWords::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /**
     * How many characters, in code points, a password has besides the words, in any case. What is left at the two sides of a
     * word stays apart: so no word comes into being by that, and nobody is refused for one that is not there.
     */
    int charactersBesides(Password password) {
        List<String> left = List.of(password.value());
        for (String word : longestFirst) {
            Pattern wherever = Pattern.compile(word, IN_ANY_CASE);
            left = left.stream()
                    .flatMap(part -> Arrays.stream(wherever.split(part, -1)))
                    .toList();
        }
        return left.stream().mapToInt(OwnWords::length).sum();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
