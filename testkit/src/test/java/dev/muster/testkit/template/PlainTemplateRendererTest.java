package dev.muster.testkit.template;

import dev.muster.domain.template.TemplateRenderer;

final class PlainTemplateRendererTest implements TemplateRendererContract {

    @Override
    public TemplateRenderer renderer() {
        return new PlainTemplateRenderer();
    }
}
