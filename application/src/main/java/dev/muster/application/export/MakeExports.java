package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFault;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.Exports;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exports that are due (requirement D4), one after another. One that was cut off is taken up again when its lease
 * has ended, and made anew from the beginning.
 */
public final class MakeExports {

    /** So many in one run, so that the job is seen to end now and then. */
    private static final int AT_MOST = 50;

    private final UnitOfWork unitOfWork;
    private final Exports exports;
    private final WriteExport writeExport;
    private final ExportPolicy policy;
    private final Stamps stamps;

    public MakeExports(
            UnitOfWork unitOfWork, Exports exports, WriteExport writeExport, ExportPolicy policy, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.exports = exports;
        this.writeExport = writeExport;
        this.policy = policy;
        this.stamps = stamps;
    }

    /** Makes what is due. A fault about one export is thrown after the others were made. */
    public void make() {
        List<RuntimeException> faults = new ArrayList<>();
        for (int made = 0; made < AT_MOST && !Thread.currentThread().isInterrupted(); made++) {
            Optional<Export> due = take();
            if (due.isEmpty()) {
                break;
            }
            make(due.get(), faults);
        }
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
    }

    private Optional<Export> take() {
        Instant now = stamps.now();
        return unitOfWork.writeOne(Actor.SYSTEM, () -> exports.take(now, now.plus(policy.lease())));
    }

    private void make(Export export, List<RuntimeException> faults) {
        try (var held = new HeldExport(export, unitOfWork, exports, policy, stamps)) {
            try {
                ExportedFile file = export.isWornOut(policy)
                        ? null
                        : writeExport.write(export, held::progressed).orElse(null);
                held.settle(current -> ended(current, file));
            } catch (RuntimeException fault) {
                boolean counts = layAside(held, fault, faults);
                if (counts) {
                    clear(export, faults);
                }
            }
        } catch (PreconditionFailed overtaken) {
            // Someone else makes it by now, or nobody wants it any more, and the sweep has what this attempt leaves.
            // Or it did succeed, only the answer was lost; so nothing is removed here.
            return;
        }
    }

    private Export ended(Export current, @Nullable ExportedFile file) {
        if (file != null) {
            return current.succeeded(file, stamps.now(), policy);
        }
        ExportFault reason = current.isWornOut(policy) ? ExportFault.CUT_OFF : ExportFault.PROJECT_DELETED;
        return current.givenUp(reason, stamps.now());
    }

    /** What can't be removed is swept away later, and the first fault says why. */
    private void clear(Export export, List<RuntimeException> faults) {
        try {
            writeExport.remove(export);
        } catch (RuntimeException left) {
            faults.add(left);
        }
    }

    /**
     * A server that stops is no fault of the export's. The interruption is put off, as no store is reached with it.
     *
     * @return whether the attempt counts; if it doesn't, the next one has its file's name, and may be under way elsewhere
     */
    private boolean layAside(HeldExport held, RuntimeException fault, List<RuntimeException> faults) {
        boolean stopping = Thread.interrupted();
        try {
            if (fault instanceof PreconditionFailed) {
                throw fault;
            }
            if (!stopping) {
                faults.add(fault);
            }
            held.settle(current -> stopping ? current.released(stamps.now()) : current.failed(stamps.now(), policy));
            return !stopping;
        } finally {
            if (stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
