package dev.muster.bootstrap.command;

import dev.muster.application.session.RotateSigningKeys;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.domain.session.SigningKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rotate",
        description = "Makes a new key. It is published at once and signs an hour later; no valid token is refused.")
final class KeysRotateCommand extends UseCaseCommand {

    @Option(
            names = "--now",
            description = "For keys that someone else may know: the new one signs at once, and no other is accepted any"
                    + " more, so that all clients have to refresh their tokens.")
    private boolean now;

    @Override
    Report work(UseCases useCases) {
        RotateSigningKeys rotation = useCases.require(RotateSigningKeys.class);
        SigningKey fresh = now ? rotation.rotateAtOnce() : rotation.rotate();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kid", fresh.id());
        json.put("algorithm", fresh.algorithm());
        json.put("signs_from", fresh.notBefore().toString());
        json.put("others_accepted", !now);
        return new Report(List.of(sentence(fresh)), json);
    }

    private String sentence(SigningKey fresh) {
        String made = "The key " + fresh.id() + " (" + fresh.algorithm() + ") signs from " + fresh.notBefore() + " on";
        return made
                + (now
                        ? "; tokens of other keys are refused."
                        : "; tokens of the keys before it are accepted until they expire.");
    }
}
