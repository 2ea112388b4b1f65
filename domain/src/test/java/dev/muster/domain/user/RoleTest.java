package dev.muster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.SharedError;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID ID = UUID.fromString("019cad5f-0000-7000-8000-000000000001");

    @ParameterizedTest
    @EnumSource
    void permissionIsFoundByItsCode(Permission permission) {
        assertThat(Permission.find(permission.code())).contains(permission);
    }

    @Test
    void codesAreThoseOfTheApiAndNothingElseIsOne() {
        assertThat(Permission.TOKENS_INTROSPECT.code()).isEqualTo("tokens:introspect");
        assertThat(Permission.find("USERS_READ")).isEmpty();
        assertThat(Permission.find("")).isEmpty();
    }

    @Test
    void everyMusterHasAdminAndUserAsTheyAre() {
        assertThat(role("admin", "x").builtIn()).isTrue();
        assertThat(role("user", "x").builtIn()).isTrue();
        assertThat(role("support", "x").builtIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void descriptionIsOneLine(String description) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> role("support", description));
    }

    @Test
    void principalMayWhatTheirPermissionsSayAndNothingElse() {
        Principal principal = new Principal(new UserId(ID), new SessionId(ID), Set.of(Permission.USERS_READ), NOW, NOW);

        principal.require(Permission.USERS_READ);
        assertThat(principal.may(Permission.USERS_WRITE)).isFalse();
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> principal.require(Permission.USERS_WRITE))
                .satisfies(denied -> {
                    assertThat(denied.code()).isEqualTo(SharedError.PERMISSION_MISSING);
                    assertThat(denied.detail()).contains("users:write");
                });
    }

    @Test
    void statisticsAreOnesOwn() {
        Map<UserStatus, Long> counted = new EnumMap<>(Map.of(UserStatus.ACTIVE, 3L));
        var recently = new UserStatistics.Recently(1, 2, 3);
        UserStatistics statistics = new UserStatistics(counted, 2, recently, recently, NOW);
        counted.put(UserStatus.ACTIVE, 4L);

        assertThat(statistics.byStatus()).containsEntry(UserStatus.ACTIVE, 3L);
    }

    @Test
    void addressesAreTheSameInAnyCase() {
        EmailAddress address = new EmailAddress("Ann@Example.org");

        assertThat(address.isSame(new EmailAddress("ann@example.ORG"))).isTrue();
        assertThat(address.isSame(new EmailAddress("ann@example.com"))).isFalse();
    }

    private static RoleDefinition role(String name, String description) {
        return new RoleDefinition(new Role(name), description, Set.of(), NOW, NOW, 1);
    }
}
