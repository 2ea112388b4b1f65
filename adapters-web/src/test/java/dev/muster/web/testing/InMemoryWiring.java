package dev.muster.web.testing;

import dev.muster.application.operations.HealthQueries;
import dev.muster.application.session.Authenticate;
import dev.muster.application.session.LogIn;
import dev.muster.application.session.LogOut;
import dev.muster.application.session.PublicKeys;
import dev.muster.application.session.RefreshSession;
import dev.muster.application.session.SessionTokens;
import dev.muster.application.shared.Stamps;
import dev.muster.application.task.ChangeTask;
import dev.muster.application.task.CreateTask;
import dev.muster.application.task.DeleteTask;
import dev.muster.application.task.RestoreTask;
import dev.muster.application.task.TaskQueries;
import dev.muster.application.user.ChangeProfile;
import dev.muster.application.user.Passwords;
import dev.muster.application.user.RegisterUser;
import dev.muster.application.user.UserQueries;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.testkit.InMemoryMuster;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases that the controllers ask for, over stores in memory. */
@Factory
final class InMemoryWiring {

    private final InMemoryMuster memory;
    private final Stamps stamps;
    private final SessionTokens tokens;

    InMemoryWiring(InMemoryMuster memory) {
        this.memory = memory;
        this.stamps = new Stamps(memory.ids, memory.clock);
        this.tokens = new SessionTokens(memory.accessTokens, memory.secrets, SessionPolicy.DEFAULT, stamps);
    }

    @Singleton
    Authenticate authenticate() {
        return new Authenticate(
                memory.accessTokens, memory.sessionCache, memory.unitOfWork, memory.sessions, memory.clock);
    }

    @Singleton
    LogIn logIn() {
        return new LogIn(memory.unitOfWork, memory.users, memory.sessions, memory.hasher, tokens);
    }

    @Singleton
    LogOut logOut() {
        return new LogOut(memory.unitOfWork, memory.sessions, memory.sessionCache, stamps);
    }

    @Singleton
    RefreshSession refreshSession() {
        return new RefreshSession(memory.unitOfWork, memory.sessions, memory.users, memory.sessionCache, tokens);
    }

    @Singleton
    PublicKeys publicKeys() {
        return new PublicKeys(memory.accessTokens);
    }

    @Singleton
    RegisterUser registerUser() {
        Passwords passwords = new Passwords(PasswordPolicy.DEFAULT, memory.hasher);
        return new RegisterUser(memory.unitOfWork, memory.users, memory.consents, passwords, stamps);
    }

    @Singleton
    UserQueries userQueries() {
        return new UserQueries(memory.unitOfWork, memory.users);
    }

    @Singleton
    ChangeProfile changeProfile(UserQueries queries) {
        return new ChangeProfile(memory.unitOfWork, queries, memory.users, stamps);
    }

    @Singleton
    TaskQueries taskQueries() {
        return new TaskQueries(memory.unitOfWork, memory.tasks);
    }

    @Singleton
    CreateTask createTask() {
        return new CreateTask(memory.unitOfWork, memory.tasks, stamps);
    }

    @Singleton
    ChangeTask changeTask(TaskQueries queries) {
        return new ChangeTask(memory.unitOfWork, queries, memory.tasks, stamps);
    }

    @Singleton
    DeleteTask deleteTask(TaskQueries queries) {
        return new DeleteTask(memory.unitOfWork, queries, memory.tasks, stamps);
    }

    @Singleton
    RestoreTask restoreTask(TaskQueries queries) {
        return new RestoreTask(memory.unitOfWork, queries, memory.tasks, stamps);
    }

    @Singleton
    HealthQueries healthQueries() {
        return new HealthQueries(memory.databaseHealth);
    }
}
