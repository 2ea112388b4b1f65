package dev.muster.bootstrap.command;

import dev.muster.bootstrap.server.Database;
import dev.muster.bootstrap.server.UseCases;

/** A command that works by use cases, beside a server or without one. */
abstract class UseCaseCommand extends DatabaseCommand {

    /** Does the work; whatever keeps it from being done is thrown with one sentence. */
    abstract Report work(UseCases useCases);

    @Override
    final Report work(Database database) {
        try (UseCases useCases = UseCases.over(settings(), database)) {
            return work(useCases);
        }
    }
}
