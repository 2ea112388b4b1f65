package dev.muster.web.user;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.ValueError;
import dev.muster.web.shared.WireNames;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What users, roles, states and permissions are called in the API. */
public final class UserNames {

    static final WireNames<UserStatus> STATUS = new WireNames<>(UserStatus.class);

    private static final UUID NOBODYS = new UUID(0, 0);

    private UserNames() {}

    /** The user of a path. What is no id is the id of nobody, so that who may not ask is told that and nothing else. */
    public static UserId user(String text) {
        return new UserId(Objects.requireNonNullElse(Uuids.parse(text), NOBODYS));
    }

    /**
     * The role of a path. What is no name of a role is the name of none.
     *
     * @throws NotFound with ROLE_NOT_FOUND
     */
    static Role role(String text) {
        try {
            return new Role(text);
        } catch (Invalid malformed) {
            throw new NotFound(UserError.ROLE_NOT_FOUND, "There is no such role.");
        }
    }

    /** @throws Invalid with UNKNOWN_VALUE if it is no permission's code */
    static Permission permission(String code) {
        return Permission.find(code)
                .orElseThrow(() -> Invalid.value(
                        ValueError.UNKNOWN_VALUE,
                        "must be one of "
                                + Arrays.stream(Permission.values())
                                        .map(Permission::code)
                                        .collect(Collectors.joining(", "))));
    }
}
