package dev.muster.bootstrap.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A Muster that runs, spoken to over HTTP on behalf of a person. Redirections are not followed, so that the token goes
 * nowhere else.
 */
final class ServerClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 4 << 20;
    private static final int UNAUTHORIZED = 401;

    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final URI base;
    private final String token;

    /** @throws StartupFailure if the token can't be one */
    ServerClient(URI base, String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new StartupFailure("The access token has characters that no token has.");
        }
        this.base = base;
        this.token = token;
    }

    /** @param body of what was answered; a missing node if it is empty */
    record Answer(int status, JsonNode body) {

        /** A member of the body as text, empty if it is not there. */
        String text(String member) {
            return body.path(member).asText("");
        }
    }

    /** Where a path is on the server. */
    URI at(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    /**
     * Sends JSON.
     *
     * @throws StartupFailure if no answer of Muster comes, or it doesn't know the token
     */
    Answer post(String path, Object body) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(at(path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return answer(client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)));
        } catch (JsonProcessingException foreign) {
            throw new StartupFailure("What answers at " + base + " is not Muster.", foreign);
        } catch (IOException away) {
            throw new StartupFailure("No Muster answers at " + base + ".", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("Interrupted while waiting for " + base + ".", interrupted);
        }
    }

    private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
        if (response.statusCode() == UNAUTHORIZED) {
            throw new StartupFailure("The access token is not valid, or no longer; sign in again.");
        }
        JsonNode body = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
        return new Answer(response.statusCode(), body);
    }
}
