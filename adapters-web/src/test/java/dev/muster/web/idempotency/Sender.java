package dev.muster.web.idempotency;

import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.shared.Actor;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Sends requests that carry a key. */
record Sender(RunningMuster muster) {

    Answer post(String path, String token, String json, String key) {
        return muster.send(request(path, token, json, key));
    }

    HttpRequest.Builder request(String path, String token, String json, String key) {
        HttpRequest.Builder request = (token == null ? muster.request(path) : muster.request(path, token))
                .header("Idempotency-Key", key)
                .POST(json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return json == null ? request : request.header("Content-Type", "application/json");
    }

    /** How many keys are stored; none afterwards. */
    int keys() {
        return muster.memory.unitOfWork.writeOne(
                Actor.SYSTEM,
                () -> muster.memory.idempotencyKeys.removeExpired(
                        muster.memory.clock.instant().plus(KeyClaim.KEPT), Integer.MAX_VALUE));
    }
}
