package dev.muster.testkit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Applies a unified difference the way {@code patch} does, but strictly: every line has to be where it is said to be. */
final class Patches {

    private static final Pattern PLACE = Pattern.compile("@@ -[0-9]+,[0-9]+ \\+[0-9]+,[0-9]+ @@\n");
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private final List<String> before;
    private final List<String> after = new ArrayList<>();
    private int read;

    private Patches(String text) {
        this.before = lines(text);
    }

    /**
     * The text with the difference applied.
     *
     * @throws AssertionError if the difference does not fit
     */
    static String apply(String text, String diff) {
        var patches = new Patches(text);
        List<String> marked = lines(diff);
        int at = 2;
        while (at < marked.size()) {
            at = patches.applyOne(marked, at);
        }
        patches.keepUntil(patches.before.size());
        return String.join("", patches.after);
    }

    /** Applies the change that begins there; returns where the next one does. */
    private int applyOne(List<String> marked, int start) {
        int[] place = place(marked.get(start));
        keepUntil(place[0] - (place[1] > 0 ? 1 : 0));
        require(after.size() == place[2] - (place[3] > 0 ? 1 : 0), "another place");
        int readBefore = read;
        int writtenBefore = after.size();
        int at = start + 1;
        while (at < marked.size() && !marked.get(at).startsWith("@@")) {
            boolean open = at + 1 < marked.size() && marked.get(at + 1).equals(NO_NEWLINE);
            String line = marked.get(at).substring(1);
            apply(marked.get(at).charAt(0), open ? line.substring(0, line.length() - 1) : line);
            at += open ? 2 : 1;
        }
        require(read - readBefore == place[1] && after.size() - writtenBefore == place[3], "another number of lines");
        return at;
    }

    /** First line and number of lines of the older text, then of the newer one. */
    private static int[] place(String line) {
        require(PLACE.matcher(line).matches(), "no place: " + line);
        return Pattern.compile("[0-9]+")
                .matcher(line)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }

    private void apply(char mark, String line) {
        if (mark != '+') {
            require(before.get(read).equals(line), "another line: " + line);
            read++;
        }
        if (mark != '-') {
            after.add(line);
        }
    }

    private void keepUntil(int line) {
        require(line >= read, "places in disorder");
        after.addAll(before.subList(read, line));
        read = line;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
