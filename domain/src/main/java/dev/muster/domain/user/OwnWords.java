package dev.muster.domain.user;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which an account, its owner and an installation are known. They count for nothing in a password, as who
 * guesses tries them first (OWASP ASVS 5.0, 6.1.2, 6.2.11). They are found in any case, with accents or without, and with
 * ss for ß.
 *
 * @param longestFirst as {@link #folded}; so that a word is taken out whole, before a shorter one that is a part of it
 */
record OwnWords(List<String> longestFirst) {

    /** A shorter word stands in many a good password by chance. In code points. */
    private static final int SHORTEST = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Of Latin, Greek and Cyrillic letters; the marks of other scripts are as good as letters. */
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    OwnWords {
        longestFirst = List.copyOf(longestFirst);
    }

    /**
     * The words of a person and of an installation: the address, what stands before its @ and the labels behind it, the user
     * name; and what stands between other characters than letters and digits in the first, in the user name and in the
     * person's name.
     */
    static OwnWords of(Identity person, Set<String> installation) {
        String address = person.email().value();
        int at = address.lastIndexOf('@');
        String mailbox = address.substring(0, at);
        String username = person.username().value();
        return new OwnWords(Stream.of(
                        Stream.of(address, mailbox, username),
                        Stream.of(mailbox, username, person.name().value()).flatMap(BETWEEN_WORDS::splitAsStream),
                        Arrays.stream(address.substring(at + 1).split("\\.", -1)),
                        installation.stream())
                .flatMap(words -> words)
                .map(OwnWords::folded)
                .filter(word -> length(word) >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(OwnWords::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /**
     * How many characters, in code points, a password has besides the words; of what is left ß counts for two. What is left at
     * the two sides of a word stays apart: so no word comes into being by that, and nobody is refused for one that is not
     * there.
     */
    int charactersBesides(Password password) {
        List<String> left = List.of(folded(password.value()));
        for (String word : longestFirst) {
            Pattern wherever = Pattern.compile(word, Pattern.LITERAL);
            left = left.stream()
                    .flatMap(part -> Arrays.stream(wherever.split(part, -1)))
                    .toList();
        }
        return left.stream().mapToInt(OwnWords::length).sum();
    }

    /**
     * The form in which words and passwords are compared. Capitals that were small letters before, as only so all have the
     * same: ẞ becomes ß and then SS, and each of σ and ς becomes Σ.
     */
    private static String folded(String text) {
        String capitals = text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        String plain = ACCENTS.matcher(Normalizer.normalize(capitals, Normalizer.Form.NFD))
                .replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
