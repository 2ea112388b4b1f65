package dev.muster.persistence.user;

import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.persistence.shared.Parameters;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account as one row: of users and of user_profiles, with the names of user_roles.
 *
 * @param passwordHash null unless it was asked for
 */
@MappedEntity(value = "users", schema = "muster")
record UserRow(
        @Id UUID id,
        String email,
        @MappedProperty("is_email_verified") boolean emailVerified,
        String username,
        String name,
        @Nullable String phone,
        @MappedProperty("is_phone_verified") boolean phoneVerified,
        @Nullable String passwordHash,
        String status,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> roles,
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl,
        @Nullable String locale,
        @Nullable String timeZone,
        int failedLoginAttempts,
        @Nullable Instant failingSince,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant gdprConsentAt,
        @Nullable Instant dataRetentionUntil,
        @Nullable Instant deletedAt,
        long version) {

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "email, is_email_verified, username, name, phone, is_phone_verified, status,"
            + " updated_at, gdpr_consent_at, data_retention_until, deleted_at, version";

    /** In the order of {@link #bindProfile}. */
    static final String PROFILE = "display_name, bio, avatar_url, locale, time_zone";

    static UserRow from(User user) {
        Identity identity = user.identity();
        PhoneNumber phone = identity.phone();
        Profile profile = user.profile();
        SignInRecord signIns = user.signIns();
        Lifetime lifetime = user.lifetime();
        return new UserRow(
                user.id().value(),
                identity.email().value(),
                identity.emailVerified(),
                identity.username().value(),
                identity.name().value(),
                phone == null ? null : phone.value(),
                identity.phoneVerified(),
                null,
                user.status().name().toLowerCase(Locale.ROOT),
                user.roles().stream().map(Role::name).sorted().toList(),
                profile.displayName(),
                profile.bio(),
                profile.avatarUrl(),
                profile.locale(),
                profile.timeZone(),
                signIns.failedAttempts(),
                signIns.failingSince(),
                signIns.lockedUntil(),
                signIns.lastLoginAt(),
                lifetime.createdAt(),
                lifetime.updatedAt(),
                lifetime.gdprConsentAt(),
                lifetime.dataRetentionUntil(),
                lifetime.deletedAt(),
                user.version());
    }

    void bindChanging(Parameters parameters) throws SQLException {
        parameters
                .text(email)
                .flag(emailVerified)
                .text(username)
                .text(name)
                .text(phone)
                .flag(phoneVerified)
                .text(status)
                .time(updatedAt)
                .time(gdprConsentAt)
                .time(dataRetentionUntil)
                .time(deletedAt)
                .number(version);
    }

    void bindProfile(Parameters parameters) throws SQLException {
        parameters.text(displayName).text(bio).text(avatarUrl).text(locale).text(timeZone);
    }

    User toUser() {
        return new User(
                new UserId(id),
                toIdentity(),
                UserStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                roles.stream().map(Role::new).collect(Collectors.toUnmodifiableSet()),
                new Profile(displayName, bio, avatarUrl, locale, timeZone),
                new SignInRecord(failedLoginAttempts, failingSince, lockedUntil, lastLoginAt),
                new Lifetime(createdAt, updatedAt, gdprConsentAt, dataRetentionUntil, deletedAt),
                version);
    }

    Credentials toCredentials() {
        return new Credentials(toUser(), new PasswordHash(Objects.requireNonNull(passwordHash)));
    }

    private Identity toIdentity() {
        return new Identity(
                new EmailAddress(email),
                emailVerified,
                new Username(username),
                new PersonName(name),
                phone == null ? null : new PhoneNumber(phone),
                phoneVerified);
    }
}
