package dev.muster.persistence.privacy;

import dev.muster.domain.privacy.Consent;
import dev.muster.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of consents. */
@MappedEntity(value = "consents", schema = "muster")
record ConsentRow(
        @Id UUID id,
        UUID userId,
        String policy,
        String version,
        boolean granted,
        @Nullable String ip,
        Instant createdAt) {

    static ConsentRow from(Consent consent) {
        Consent.Terms terms = consent.terms();
        return new ConsentRow(
                consent.id(),
                consent.user().value(),
                terms.policy(),
                terms.version(),
                consent.granted(),
                consent.ip(),
                consent.at());
    }

    Consent toConsent() {
        return new Consent(id, new UserId(userId), new Consent.Terms(policy, version), granted, createdAt, ip);
    }
}
