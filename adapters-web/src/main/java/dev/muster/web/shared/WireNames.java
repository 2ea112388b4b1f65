package dev.muster.web.shared;

import dev.muster.domain.shared.Invalid;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names that an enum's constants have in the API: lower snake case. */
public final class WireNames<E extends Enum<E>> {

    private final Map<E, String> names;
    private final Map<String, E> constants = new LinkedHashMap<>();

    public WireNames(Class<E> type) {
        names = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            names.put(constant, name);
            constants.put(name, constant);
        }
    }

    public String of(E constant) {
        return names.getOrDefault(constant, constant.name());
    }

    /** @throws Invalid with {@link ValueError#UNKNOWN_VALUE} if it is no constant's name */
    public E parse(String name) {
        E constant = constants.get(name);
        if (constant == null) {
            throw Invalid.value(ValueError.UNKNOWN_VALUE, expectation());
        }
        return constant;
    }

    /** For a person: which names there are. */
    String expectation() {
        return "must be one of " + String.join(", ", constants.keySet());
    }
}
