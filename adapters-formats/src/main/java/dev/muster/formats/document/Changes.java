package dev.muster.formats.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** Which lines have to change: few of them, by the algorithm of Myers in linear space, as far as the budget lets it go. */
final class Changes {

    private Changes() {}

    static Patch<String> between(List<String> before, List<String> after) {
        Budget budget = new Budget();
        try {
            return joined(DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(budget::equal)));
        } catch (Budget.SpentException spent) {
            return middle(before, after);
        }
    }

    /** Makes one change of what the library removes and adds at one place, so that the removed lines come first. */
    private static Patch<String> joined(Patch<String> patch) {
        List<AbstractDelta<String>> joined = new ArrayList<>();
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            if (!joined.isEmpty() && touch(joined.getLast(), delta)) {
                AbstractDelta<String> before = joined.removeLast();
                joined.add(new ChangeDelta<>(
                        both(before.getSource(), delta.getSource()), both(before.getTarget(), delta.getTarget())));
            } else {
                joined.add(delta);
            }
        }
        Patch<String> result = new Patch<>(joined.size());
        joined.forEach(result::addDelta);
        return result;
    }

    private static boolean touch(AbstractDelta<String> one, AbstractDelta<String> next) {
        Chunk<String> source = one.getSource();
        return source.getPosition() + source.size() == next.getSource().getPosition();
    }

    private static Chunk<String> both(Chunk<String> one, Chunk<String> next) {
        List<String> lines = new ArrayList<>(one.getLines());
        lines.addAll(next.getLines());
        return new Chunk<>(one.getPosition(), lines);
    }

    /** All between the common beginning and the common end, as one change. */
    private static Patch<String> middle(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        Patch<String> patch = new Patch<>(1);
        patch.addDelta(new ChangeDelta<>(
                new Chunk<>(start, before.subList(start, before.size() - end)),
                new Chunk<>(start, after.subList(start, after.size() - end))));
        return patch;
    }
}
