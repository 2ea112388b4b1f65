package dev.muster.domain.task;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import dev.muster.domain.shared.Violations;
import java.util.ArrayList;
import java.util.List;

/** The labels of a task: at most 20, each one line of 1 to 50 characters, none twice, in the order they were given. */
public record Labels(List<String> values) {

    public static final Labels NONE = new Labels(List.of());
    public static final int MAX_COUNT = 20;
    public static final int MAX_LENGTH = 50;

    /** @throws Invalid with each label that breaks a rule, or if there are too many */
    public Labels {
        if (values.size() > MAX_COUNT) {
            throw Invalid.value(FieldError.TOO_MANY, "must be at most " + MAX_COUNT);
        }
        var check = new Violations();
        List<String> lines = new ArrayList<>(values.size());
        for (String label : values) {
            lines.add(check.check("/" + lines.size(), label, () -> Text.line(label, 1, MAX_LENGTH)));
        }
        check.throwIfAny();
        values = lines.stream().distinct().toList();
    }
}
