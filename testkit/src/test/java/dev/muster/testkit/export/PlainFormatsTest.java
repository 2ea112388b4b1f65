package dev.muster.testkit.export;

import dev.muster.domain.export.ExportFormats;

final class PlainFormatsTest implements ExportFormatsContract {

    @Override
    public ExportFormats formats() {
        return new PlainFormats();
    }
}
