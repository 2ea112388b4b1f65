package dev.muster.testkit.mail;

import dev.muster.domain.mail.MailTemplates;

final class PlainTemplatesTest implements MailTemplatesContract {

    @Override
    public MailTemplates templates() {
        return new PlainTemplates();
    }
}
