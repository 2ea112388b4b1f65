package dev.muster.testkit.user;

import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordBlocklist;
import java.util.Locale;
import java.util.Set;

/** A short block list for tests. */
public final class InMemoryPasswordBlocklist implements PasswordBlocklist {

    private final Set<String> listed;

    /** With the few that tests need. */
    public InMemoryPasswordBlocklist() {
        this(Set.of("password1234", "123456789012", "qwertyuiop123"));
    }

    /** @param listed in lower case */
    public InMemoryPasswordBlocklist(Set<String> listed) {
        this.listed = Set.copyOf(listed);
    }

    @Override
    public boolean contains(Password password) {
        return listed.contains(password.value().toLowerCase(Locale.ROOT));
    }
}
