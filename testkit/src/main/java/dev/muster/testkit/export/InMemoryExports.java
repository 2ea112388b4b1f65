package dev.muster.testkit.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPosition;
import dev.muster.domain.export.ExportStatus;
import dev.muster.domain.export.ExportTimes;
import dev.muster.domain.export.ExportedFile;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports in memory. */
public final class InMemoryExports implements Exports {

    private static final Comparator<ExportPosition> NEWEST_FIRST = Comparator.comparing(ExportPosition::createdAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private final InMemoryUnitOfWork unitOfWork;
    private final Projects projects;
    private final Table<ExportId, Export> table;

    public InMemoryExports(InMemoryUnitOfWork unitOfWork, Projects projects) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
        this.table = new Table<>(unitOfWork);
    }

    @Override
    public boolean insert(Export export, int maxOpen, int maxKept) {
        AtomicInteger inserted = new AtomicInteger();
        table.change(rows -> {
            if (!isActor(export.owner())) {
                throw new IllegalArgumentException("an export is asked for by its owner alone");
            }
            List<Export> kept = rows.values().stream()
                    .filter(stored -> stored.owner().equals(export.owner()))
                    .filter(stored -> stored.isOpen() || stored.status() == ExportStatus.SUCCEEDED)
                    .toList();
            if (kept.stream().filter(Export::isOpen).count() < maxOpen && kept.size() < maxKept) {
                if (rows.putIfAbsent(export.id(), export) != null) {
                    throw new IllegalArgumentException("an export of this id is stored");
                }
                inserted.incrementAndGet();
            }
        });
        return inserted.get() > 0;
    }

    @Override
    public Optional<Export> find(UserId owner, ExportId id) {
        return Optional.ofNullable(table.rows().get(id)).filter(export -> isVisible(export, owner));
    }

    @Override
    public Page<Export> findPage(UserId owner, ProjectId project, PageRequest<ExportPosition> page) {
        ExportPosition after = page.after();
        List<Export> probed = of(owner, project)
                .filter(export -> after == null || NEWEST_FIRST.compare(export.position(), after) > 0)
                .sorted(Comparator.comparing(Export::position, NEWEST_FIRST))
                .limit(page.limit() + 1L)
                .map(InMemoryExports::brief)
                .toList();
        return Page.of(probed, page.limit());
    }

    private static Export brief(Export export) {
        ExportedFile file = export.file();
        return new Export(
                export.id(),
                export.owner(),
                export.project(),
                export.format(),
                export.status(),
                export.progress(),
                export.attempts(),
                file == null ? null : new ExportedFile(file.whole(), List.of()),
                export.fault(),
                export.times(),
                export.version());
    }

    @Override
    public long count(UserId owner, ProjectId project) {
        return of(owner, project).count();
    }

    @Override
    public Optional<Export> take(Instant now, Instant leaseEnd) {
        AtomicReference<@Nullable Export> taken = new AtomicReference<>();
        table.change(rows -> rows.values().stream()
                .filter(export -> isBefore(export.times().dueAt(), now, true))
                .min(Comparator.comparing((Export export) ->
                                Objects.requireNonNull(export.times().dueAt()))
                        .thenComparing(export -> export.id().toString()))
                .map(due -> begun(due, now, leaseEnd))
                .ifPresent(begun -> {
                    rows.put(begun.id(), begun);
                    taken.set(begun);
                }));
        return Optional.ofNullable(taken.get());
    }

    private static Export begun(Export due, Instant now, Instant leaseEnd) {
        ExportTimes times = due.times();
        Instant started = times.startedAt() == null ? now : times.startedAt();
        return new Export(
                due.id(),
                due.owner(),
                due.project(),
                due.format(),
                ExportStatus.RUNNING,
                0,
                due.attempts() + 1,
                null,
                null,
                new ExportTimes(times.createdAt(), started, null, leaseEnd, null),
                due.version() + 1);
    }

    @Override
    public void update(Export export) {
        table.change(rows -> {
            Export stored = rows.get(export.id());
            if (stored == null || stored.version() != export.version() - 1) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The export has been changed meanwhile.");
            }
            rows.put(export.id(), export);
        });
    }

    @Override
    public List<Export> findExpired(Instant now, int limit) {
        return table.rows().values().stream()
                .filter(export -> export.status() == ExportStatus.SUCCEEDED)
                .filter(export -> isBefore(export.times().expiresAt(), now, true))
                .sorted(Comparator.comparing(
                        export -> Objects.requireNonNull(export.times().expiresAt())))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Export> findAll(Collection<ExportId> ids) {
        return table.rows().values().stream()
                .filter(export -> ids.contains(export.id()))
                .toList();
    }

    @Override
    public int removeEnded(Instant before) {
        AtomicInteger removed = new AtomicInteger();
        table.change(rows -> {
            int all = rows.size();
            rows.values()
                    .removeIf(export -> export.status() != ExportStatus.SUCCEEDED
                            && isBefore(export.times().endedAt(), before, false));
            removed.set(all - rows.size());
        });
        return removed.get();
    }

    private Stream<Export> of(UserId owner, ProjectId project) {
        return table.rows().values().stream()
                .filter(export -> export.project().equals(project))
                .filter(export -> isVisible(export, owner));
    }

    private boolean isVisible(Export export, UserId owner) {
        return export.owner().equals(owner)
                && isActor(owner)
                && projects.find(owner, export.project()).isPresent();
    }

    private boolean isActor(UserId owner) {
        return unitOfWork.actor().equals(owner.asActor());
    }

    private static boolean isBefore(@Nullable Instant time, Instant limit, boolean orAt) {
        return time != null && (time.isBefore(limit) || (orAt && time.equals(limit)));
    }
}
