package dev.muster.testkit.document;

import dev.muster.domain.document.UnifiedDiff;

final class PlainUnifiedDiffTest implements UnifiedDiffContract {

    @Override
    public UnifiedDiff diff() {
        return new PlainUnifiedDiff();
    }
}
