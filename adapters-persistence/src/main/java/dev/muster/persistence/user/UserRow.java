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
import dev.muster.persistence.shared.Columns;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account as one row: of users and of user_profiles, with the names of user_roles. */
@MappedEntity(value = "users", schema = "muster")
record UserRow(
        @Id UUID id,
        String email,
        @MappedProperty("is_email_verified") boolean emailVerified,
        String username,
        String name,
        @Nullable String phone,
        @MappedProperty("is_phone_verified") boolean phoneVerified,
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
        @Nullable String deletedFrom,
        long version) {

    /** What an update sets, in the order of {@link #bindChanging}. */
    static final String CHANGING = "email, is_email_verified, username, name, phone, is_phone_verified, status,"
            + " updated_at, gdpr_consent_at, data_retention_until, deleted_at, deleted_from, version";

    /** Of v_users_complete, in the order in which {@link #read} takes them. */
    static final String COMPLETE =
            "u.id, u.email, u.is_email_verified, u.username, u.name, u.phone, u.is_phone_verified,"
                    + " u.status, u.roles, u.display_name, u.bio, u.avatar_url, u.locale, u.time_zone, u.failed_login_attempts,"
                    + " u.failing_since, u.locked_until, u.last_login_at, u.created_at, u.updated_at, u.gdpr_consent_at,"
                    + " u.data_retention_until, u.deleted_at, u.deleted_from, u.version";

    /** In the order of {@link #bindProfile}. */
    static final String PROFILE = "display_name, bio, avatar_url, locale, time_zone";

    static UserRow from(User user) {
        Identity identity = user.identity();
        PhoneNumber phone = identity.phone();
        Profile profile = user.profile();
        SignInRecord signIns = user.signIns();
        Lifetime lifetime = user.lifetime();
        Lifetime.Deletion deletion = lifetime.deletion();
        return new UserRow(
                user.id().value(),
                identity.email().value(),
                identity.emailVerified(),
                identity.username().value(),
                identity.name().value(),
                phone == null ? null : phone.value(),
                identity.phoneVerified(),
                stored(user.status()),
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
                deletion == null ? null : deletion.at(),
                deletion == null ? null : stored(deletion.from()),
                user.version());
    }

    static UserRow read(Columns columns) throws SQLException {
        return new UserRow(
                columns.uuid(),
                columns.text(),
                columns.flag(),
                columns.text(),
                columns.text(),
                columns.textOrNull(),
                columns.flag(),
                columns.text(),
                columns.texts(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.integer(),
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.time(),
                columns.time(),
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.textOrNull(),
                columns.number());
    }

    /** With the hash behind all others. */
    static Credentials readCredentials(Columns columns) throws SQLException {
        return new Credentials(read(columns).toUser(), new PasswordHash(columns.text()));
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
                .text(deletedFrom)
                .number(version);
    }

    void bindProfile(Parameters parameters) throws SQLException {
        parameters.text(displayName).text(bio).text(avatarUrl).text(locale).text(timeZone);
    }

    User toUser() {
        return new User(
                new UserId(id),
                toIdentity(),
                status(status),
                roles.stream().map(Role::new).collect(Collectors.toUnmodifiableSet()),
                new Profile(displayName, bio, avatarUrl, locale, timeZone),
                new SignInRecord(failedLoginAttempts, failingSince, lockedUntil, lastLoginAt),
                new Lifetime(createdAt, updatedAt, gdprConsentAt, dataRetentionUntil, deletion()),
                version);
    }

    /** None is said where a Muster deleted that knew but one state to delete in. */
    private Lifetime.@Nullable Deletion deletion() {
        return deletedAt == null
                ? null
                : new Lifetime.Deletion(deletedAt, deletedFrom == null ? UserStatus.ACTIVE : status(deletedFrom));
    }

    static String stored(UserStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static UserStatus status(String stored) {
        return UserStatus.valueOf(stored.toUpperCase(Locale.ROOT));
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
