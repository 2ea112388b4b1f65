package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.Exports;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.UnitOfWork;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Clears exports away (requirement D4): files whose time is over, files that nobody knows of any more because their owner or
 * project is gone or their server was killed, and exports that ended long ago.
 */
public final class ExpireExports {

    private static final int BATCH = 100;

    private final UnitOfWork unitOfWork;
    private final Exports exports;
    private final ExportFiles files;
    private final ExportPolicy policy;
    private final Stamps stamps;

    public ExpireExports(
            UnitOfWork unitOfWork, Exports exports, ExportFiles files, ExportPolicy policy, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.exports = exports;
        this.files = files;
        this.policy = policy;
        this.stamps = stamps;
    }

    /**
     * Clears away what is to be.
     *
     * @throws UncheckedIOException if a file can't be removed, after everything else was
     */
    public void expire() {
        var removal = new Removal(files);
        expireFiles(removal);
        sweep(removal);
        unitOfWork.writeOne(Actor.SYSTEM, () -> exports.removeEnded(stamps.now().minus(policy.remembered())));
        removal.end();
    }

    /** First noted, then removed: a file that is left in between is swept away. */
    private void expireFiles(Removal removal) {
        List<Export> expired;
        do {
            expired = unitOfWork.read(Actor.SYSTEM, () -> exports.findExpired(stamps.now(), BATCH));
            expired.stream().filter(this::note).map(Export::fileName).forEach(removal::remove);
        } while (!expired.isEmpty());
    }

    /** Whether it is noted; not if the account has been erased meanwhile, say, and the export with it. */
    private boolean note(Export export) {
        try {
            return unitOfWork.writeOne(Actor.SYSTEM, () -> {
                exports.update(export.expired());
                return true;
            });
        } catch (PreconditionFailed changed) {
            return false;
        }
    }

    private void sweep(Removal removal) {
        List<ExportFileName> names = files.findAfter(null, BATCH);
        while (!names.isEmpty()) {
            sweep(names, removal);
            names = files.findAfter(names.getLast(), BATCH);
        }
    }

    private void sweep(List<ExportFileName> names, Removal removal) {
        var ids = names.stream().map(ExportFileName::export).collect(Collectors.toSet());
        Map<?, Export> known = unitOfWork.read(Actor.SYSTEM, () -> exports.findAll(ids)).stream()
                .collect(Collectors.toMap(Export::id, Function.identity()));
        names.stream().filter(name -> !isWanted(name, known.get(name.export()))).forEach(removal::remove);
    }

    /** The one file of an export that can be downloaded, or that is being made; its owner finds it, so the project is there. */
    private boolean isWanted(ExportFileName name, @Nullable Export export) {
        return export != null
                && export.fileName().equals(name)
                && (export.status() == ExportStatus.RUNNING || export.status() == ExportStatus.SUCCEEDED)
                && unitOfWork
                        .read(export.owner().asActor(), () -> exports.find(export.owner(), export.id()))
                        .isPresent();
    }

    /** Of files; one that stays keeps no other from going. */
    private static final class Removal {

        private final ExportFiles files;
        private @Nullable UncheckedIOException first;

        private Removal(ExportFiles files) {
            this.files = files;
        }

        private void remove(ExportFileName name) {
            try {
                files.delete(name);
            } catch (UncheckedIOException fault) {
                first = first == null ? fault : first;
            }
        }

        private void end() {
            if (first != null) {
                throw first;
            }
        }
    }
}
