package dev.muster.web.shared;

import dev.muster.domain.shared.Invalid;
import io.micronaut.http.HttpRequest;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    /**
     * The constants that a query parameter names, which may be repeated; none if it is absent.
     *
     * @throws Refusal if one of its values is no constant's name
     */
    public Set<E> parameters(HttpRequest<?> request, String parameter) {
        Set<E> wanted = new HashSet<>();
        for (String name : request.getParameters().getAll(parameter)) {
            E constant = constants.get(name);
            if (constant == null) {
                throw Refusal.ofParameter(WebError.INVALID_PARAMETER, parameter, expectation());
            }
            wanted.add(constant);
        }
        return wanted;
    }

    /** For a person: which names there are. */
    String expectation() {
        return "must be one of " + String.join(", ", constants.keySet());
    }
}
