package dev.muster.testkit.user;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.util.function.Supplier;

/** What contracts of stores begin with: a unit of work, and users in a store that works inside it. */
public interface UserStage {

    /** The same at every call of a test. */
    UnitOfWork unitOfWork();

    /** Users, as what people own refers to them. */
    Users users();

    /** Stores a user, with the hash of samples. */
    default User stored(User user) {
        write(() -> users().insert(user, UserFixture.HASH));
        return user;
    }

    /** Stores an ordinary user. */
    default UserId storedUser() {
        return stored(UserFixture.aUser().build()).id();
    }

    /** Reads as Muster itself. */
    default <T> T read(Supplier<T> work) {
        return unitOfWork().read(Actor.SYSTEM, work);
    }

    /** Writes as Muster itself. */
    default void write(Runnable work) {
        writeFor(() -> {
            work.run();
            return true;
        });
    }

    /** Writes as Muster itself, for a result. */
    default <T> T writeFor(Supplier<T> work) {
        return unitOfWork().write(Actor.SYSTEM, work);
    }
}
