package dev.muster.application.user;

import dev.muster.application.audit.Audit;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import java.util.Map;
import java.util.Set;

/** Makes the first administrator, or one more; for who has the machine, as nobody else can be asked (requirement A12). */
public final class CreateAdmin {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Passwords passwords;
    private final Audit audit;
    private final Stamps stamps;

    public CreateAdmin(UnitOfWork unitOfWork, Users users, Passwords passwords, Audit audit, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.stamps = stamps;
    }

    /**
     * Makes an account that is active and verified, with the role admin.
     *
     * @return the account as stored
     * @throws dev.muster.domain.shared.Invalid with WEAK_PASSWORD if the password may not be chosen
     * @throws dev.muster.domain.shared.Conflict with EMAIL_TAKEN or USERNAME_TAKEN
     */
    public User create(EmailAddress email, Username username, Password password) {
        Identity identity = new Identity(email, true, username, new PersonName(username.value()), null, false);
        PasswordHash hash = passwords.hashChosen(password, identity);
        NewUser wish =
                new NewUser(identity, UserStatus.ACTIVE, Set.of(Role.ADMIN), new NewUser.Secret.Chosen(password));
        return unitOfWork.write(Actor.SYSTEM, () -> {
            User user = wish.user(new UserId(stamps.nextId()), stamps.now());
            users.insert(user, hash);
            audit.record(AuditAction.USER_CREATED, null, user.id());
            audit.record(AuditAction.ROLE_GRANTED, null, user.id(), Map.of("role", Role.ADMIN.name()));
            return user;
        });
    }
}
