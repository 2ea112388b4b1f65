package dev.muster.persistence.shared;

import static dev.muster.domain.shared.Actor.SYSTEM;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.testkit.database.TestDatabase;
import dev.muster.testkit.user.UserFixture;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Round trips decide the speed; these are counted on the wire, with one connection that has warmed up. */
record RoundTrips(Wire wire, ApplicationContext context) implements AutoCloseable {

    static RoundTrips start() {
        TestDatabase database = Stores.shared().database();
        try {
            Wire wire = new Wire(database.jdbcUrl());
            var trips = new RoundTrips(wire, Stores.context(database, wire.jdbcUrl(), 1, Duration.ofSeconds(10)));
            // The driver asks each connection once what separates the elements of an array.
            UserId user = trips.storedUser().id();
            trips.ofRead(user, () -> trips.bean(Users.class).find(user));
            return trips;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    User storedUser() {
        User user = UserFixture.aUser().build();
        ofOneWrite(user.id(), () -> bean(Users.class).insert(user, UserFixture.HASH));
        return user;
    }

    int ofRead(UserId actor, Runnable call) {
        return of(unit -> unit.read(actor.asActor(), () -> run(call)));
    }

    int ofOneWrite(UserId actor, Runnable call) {
        return of(unit -> unit.writeOne(actor.asActor(), () -> run(call)));
    }

    int ofWrite(UserId actor, Runnable call) {
        return of(unit -> unit.write(actor.asActor(), () -> run(call)));
    }

    int of(Consumer<UnitOfWork> work) {
        UnitOfWork unitOfWork = bean(UnitOfWork.class);
        // The pool asks a connection that was idle for half a second whether it is still there.
        unitOfWork.read(SYSTEM, () -> bean(Users.class).find(UserFixture.nextId()));
        return wire.roundTripsOf(() -> work.accept(unitOfWork));
    }

    private static boolean run(Runnable call) {
        call.run();
        return true;
    }

    @Override
    public void close() {
        context.close();
        wire.close();
    }
}
