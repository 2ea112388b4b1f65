package dev.muster.testkit.user;

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
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sample users. Whatever is not said is usual: active, the role of everyone, an address, a name and an id that no other
 * sample has. {@code UserFixture.aUser().email("ann@example.org").build()}
 */
public final class UserFixture {

    /** The hash that stages store for samples: well-formed, of no known password. */
    public static final PasswordHash HASH = new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$bm90YXNhbHRub3Rhc2FsdA$bm90YWhhc2hub3RhaGFzaG5vdGFoYXNobm90YWhhc2g");

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private final UserId id = nextId();
    private String username = "u" + id.value().toString().substring(24);
    private String email = username + "@example.org";
    private String name = "Ann Example";
    private @Nullable PhoneNumber phone;
    private UserStatus status = UserStatus.ACTIVE;
    private Set<Role> roles = Set.of(Role.USER);
    private Profile profile = Profile.EMPTY;
    private SignInRecord signIns = SignInRecord.NONE;
    private Lifetime lifetime = Lifetime.beginning(TestClock.START, null);

    private UserFixture() {}

    public static UserFixture aUser() {
        return new UserFixture();
    }

    /** An id that nobody has. */
    public static UserId nextId() {
        return new UserId(IDS.next());
    }

    /** A sample as stages store it. */
    public static Credentials credentials(User user) {
        return new Credentials(user, HASH);
    }

    /** A user of whom everything is known that can be. */
    public static User everythingKnown() {
        Instant then = TestClock.START;
        UserFixture fixture = aUser().name("Zoë 🚀 Ørsted 李").roles(Role.USER, Role.ADMIN);
        fixture.phone = new PhoneNumber("+4915112345678");
        fixture.profile =
                new Profile("Zoë", "Line one\nline two 🚀\n", "https://example.org/zoë.png", "de-CH", "Europe/Zurich");
        fixture.signIns = new SignInRecord(3, then.minusSeconds(5), then.plusSeconds(900), then.minusSeconds(60));
        fixture.lifetime = new Lifetime(then, then.plusSeconds(5), then, then.plusSeconds(86_400), null);
        return fixture.build();
    }

    public UserFixture email(String text) {
        email = text;
        return this;
    }

    public UserFixture username(String text) {
        username = text;
        return this;
    }

    public UserFixture name(String text) {
        name = text;
        return this;
    }

    public UserFixture status(UserStatus value) {
        status = value;
        return this;
    }

    public UserFixture roles(Role... values) {
        roles = Set.of(values);
        return this;
    }

    public UserFixture signIns(SignInRecord record) {
        signIns = record;
        return this;
    }

    public UserFixture createdAt(Instant moment) {
        lifetime = Lifetime.beginning(moment, null);
        return this;
    }

    /** One that was active and is deleted. */
    public UserFixture deleted() {
        return deleted(TestClock.START, UserStatus.ACTIVE);
    }

    /** One that was deleted at a time, out of a state. */
    public UserFixture deleted(Instant at, UserStatus from) {
        status = UserStatus.DELETED;
        lifetime = new Lifetime(lifetime.createdAt(), at, null, null, new Lifetime.Deletion(at, from));
        return this;
    }

    public User build() {
        boolean verified = phone != null;
        Identity identity = new Identity(
                new EmailAddress(email), verified, new Username(username), new PersonName(name), phone, verified);
        return new User(id, identity, status, roles, profile, signIns, lifetime, 1);
    }
}
