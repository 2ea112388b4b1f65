package dev.muster.bootstrap.command;

import dev.muster.application.user.CreateAdmin;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.domain.shared.Violations;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.User;
import dev.muster.domain.user.Username;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the first administrator, or one more. The password is never an argument, which every process may read. */
@Command(name = "create-admin", description = "Makes an account with the role admin, ready to sign in.")
final class UsersCreateAdminCommand extends UseCaseCommand {

    /** More than the longest password has in UTF-8. */
    private static final int MOST_BYTES = 4 * Password.MAX_UNITS;

    @Option(names = "--email", paramLabel = "E", required = true, description = "The address of the account.")
    private String email = "";

    @Option(names = "--username", paramLabel = "U", required = true, description = "The name to sign in with.")
    private String username = "";

    @Option(
            names = "--password-stdin",
            required = true,
            description = "Reads the password from the first line of standard input.")
    private boolean passwordFromStdin;

    @Override
    Report work(UseCases useCases) {
        User admin = create(useCases.require(CreateAdmin.class));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", admin.id().toString());
        json.put("email", admin.identity().email().value());
        json.put("username", admin.identity().username().value());
        String sentence = "The administrator " + admin.identity().username().value() + " was made, with the id "
                + admin.id() + ".";
        return new Report(List.of(sentence), json);
    }

    private User create(CreateAdmin createAdmin) {
        var check = new Violations();
        EmailAddress address = check.<@Nullable EmailAddress>check("/email", null, () -> new EmailAddress(email));
        Username name = check.<@Nullable Username>check("/username", null, () -> new Username(username));
        check.throwIfAny();
        Password password = new Password(SecretInput.firstLine(System.in, "password", MOST_BYTES));
        return createAdmin.create(Objects.requireNonNull(address), Objects.requireNonNull(name), password);
    }
}
