package dev.muster.testkit.session;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.user.UserFixture;

final class InMemoryChangeFeedTest implements ChangeFeedContract {

    private final InMemoryChangeFeed feed = new InMemoryChangeFeed();

    @Override
    public ChangeFeed feed() {
        return feed;
    }

    @Override
    public SessionId endSomeSession() {
        SessionId session = SessionFixture.nextId();
        feed.endSession(session);
        return session;
    }

    @Override
    public UserId shutSomeAccount() {
        UserId user = UserFixture.nextId();
        feed.changeUser(user);
        return user;
    }

    @Override
    public UserId changeSomeProfile() {
        UserId user = UserFixture.nextId();
        feed.changeProfile(user);
        return user;
    }

    @Override
    public UserId giveSomeRole() {
        return shutSomeAccount();
    }

    @Override
    public void changeSomeRole() {
        feed.changeRoles();
    }

    @Override
    public void changeKeys() {
        feed.changeKeys();
    }
}
