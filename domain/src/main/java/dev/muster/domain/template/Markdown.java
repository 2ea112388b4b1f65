package dev.muster.domain.template;

import dev.muster.domain.shared.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes Markdown (CommonMark). What others wrote goes in as {@link #quote} or {@link #inline}, which it never leaves. */
final class Markdown {

    private static final int QUOTED_LINES = 40;
    private static final int QUOTED = 2000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern FENCE = Pattern.compile("(?:`{3,}|~{3,})");
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<>|~#!&]");
    private static final Pattern TAG = Pattern.compile("(\\\\*+)<");

    private final StringBuilder text = new StringBuilder();

    /** Text of others, fit for a part of a line and shown as it is; its beginning if it is long. */
    static String inline(String others, int max) {
        return MARK.matcher(UNSEEN.matcher(Text.excerpt(others, max)).replaceAll(" "))
                .replaceAll("\\\\$0");
    }

    Markdown section(String title) {
        return block("## " + title);
    }

    Markdown subsection(String title) {
        return block("### " + title);
    }

    Markdown paragraph(String sentence) {
        return block(sentence);
    }

    Markdown items(List<String> items) {
        return block(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    Markdown checks(List<String> items) {
        return block(items.stream().map(item -> "- [ ] " + item).collect(Collectors.joining("\n")));
    }

    /** @param body lines of our own making, without back-ticks */
    Markdown fence(String language, String body) {
        return block("```" + language + "\n" + body + "```");
    }

    /** Text of others, its beginning if it is long. */
    Markdown quote(String others) {
        String beginning = Text.excerpt(others, QUOTED);
        List<String> lines = beginning.lines().toList();
        String quoted = lines.stream().limit(QUOTED_LINES).map(Markdown::quoted).collect(Collectors.joining("\n"));
        boolean cut = lines.size() > QUOTED_LINES || beginning.length() < others.length();
        return block(cut ? quoted + "\n> …" : quoted);
    }

    private static String quoted(String line) {
        String seen = UNSEEN.matcher(line).replaceAll(" ").strip();
        // Backslashes before it are doubled, or one of them would take the effect of ours away.
        return "> " + TAG.matcher(FENCE.matcher(seen).replaceAll("''")).replaceAll("$1$1\\\\<");
    }

    private Markdown block(String block) {
        text.append(text.isEmpty() ? "" : "\n").append(block).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
