package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.Exports;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
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

    public void expire() {
        expireFiles();
        sweep();
        unitOfWork.writeOne(Actor.SYSTEM, () -> exports.removeEnded(stamps.now().minus(policy.remembered())));
    }

    /** First noted, then removed: a file that is left in between is swept away. */
    private void expireFiles() {
        List<Export> expired;
        do {
            expired = unitOfWork.read(Actor.SYSTEM, () -> exports.findExpired(stamps.now(), BATCH));
            for (Export export : expired) {
                unitOfWork.writeOne(Actor.SYSTEM, () -> {
                    exports.update(export.expired());
                    return export;
                });
                files.delete(export.fileName());
            }
        } while (!expired.isEmpty());
    }

    private void sweep() {
        List<ExportFileName> names = files.findAfter(null, BATCH);
        while (!names.isEmpty()) {
            sweep(names);
            names = files.findAfter(names.getLast(), BATCH);
        }
    }

    private void sweep(List<ExportFileName> names) {
        var ids = names.stream().map(ExportFileName::export).collect(Collectors.toSet());
        Map<?, Export> known = unitOfWork.read(Actor.SYSTEM, () -> exports.findAll(ids)).stream()
                .collect(Collectors.toMap(Export::id, Function.identity()));
        names.stream().filter(name -> !isWanted(name, known.get(name.export()))).forEach(files::delete);
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
}
