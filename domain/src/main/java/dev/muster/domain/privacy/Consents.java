package dev.muster.domain.privacy;

import dev.muster.domain.user.UserId;
import java.util.List;

/** The consent ledger: added to, never changed. Works inside a unit of work only. */
public interface Consents {

    /** Adds an entry, of a user that is stored. */
    void insert(Consent consent);

    /** A person's entries, oldest first. */
    List<Consent> findAll(UserId user);
}
