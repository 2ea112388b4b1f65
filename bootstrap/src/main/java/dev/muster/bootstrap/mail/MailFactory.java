package dev.muster.bootstrap.mail;

import dev.muster.application.audit.Audit;
import dev.muster.application.mail.DeadLetters;
import dev.muster.application.mail.DeliverMail;
import dev.muster.application.mail.ForgetMail;
import dev.muster.application.mail.GrantWish;
import dev.muster.application.mail.Letters;
import dev.muster.application.mail.MailLinks;
import dev.muster.application.mail.MailWriter;
import dev.muster.application.mail.Mailbox;
import dev.muster.application.mail.Notices;
import dev.muster.application.shared.Stamps;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.mail.MailTemplates;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.mail.Mailer;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;

@Factory
final class MailFactory {

    private static final String DELIVER = "deliver-mail";
    private static final String FORGET = "forget-mail";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 40);

    @Singleton
    Letters letters(Outbox outbox, Stamps stamps, Supplier<Origin> origin) {
        return new Letters(outbox, stamps, origin);
    }

    @Singleton
    LinkPolicy linkPolicy(Settings settings) {
        return settings.mail().links();
    }

    @Singleton
    MailLinks mailLinks(MailedTokens tokens, TokenSecrets secrets, Letters letters, LinkPolicy policy, Stamps stamps) {
        return new MailLinks(tokens, secrets, letters, policy, stamps);
    }

    @Singleton
    Notices notices(MailLinks links, Letters letters, Audit audit) {
        return new Notices(links, letters, audit);
    }

    @Singleton
    MailWriter mailWriter(MailTemplates templates, TokenSecrets secrets, Settings settings) {
        return new MailWriter(templates, secrets, settings.http().baseUrl());
    }

    @Singleton
    GrantWish grantWish(UnitOfWork unitOfWork, Users users, MailLinks links, Outbox outbox, Stamps stamps) {
        return new GrantWish(unitOfWork, users, links, outbox, stamps);
    }

    /** Where no mail server is set, a letter has arrived as soon as it could be written. */
    @Singleton
    DeliverMail.Delivering delivering(
            GrantWish grantWish, MailLinks links, MailWriter writer, Optional<Mailer> mailer) {
        return new DeliverMail.Delivering(grantWish, links, writer, mailer.orElse(mail -> {}));
    }

    @Singleton
    DeliverMail deliverMail(UnitOfWork unitOfWork, Outbox outbox, DeliverMail.Delivering delivering, Stamps stamps) {
        return new DeliverMail(unitOfWork, outbox, delivering, stamps);
    }

    @Singleton
    @Named(DELIVER)
    Job delivering(DeliverMail deliverMail) {
        return new Job(DELIVER, new Schedule.Every(SOON), deliverMail::deliver);
    }

    @Singleton
    ForgetMail forgetMail(UnitOfWork unitOfWork, Outbox outbox, Stamps stamps) {
        return new ForgetMail(unitOfWork, outbox, stamps);
    }

    @Singleton
    @Named(FORGET)
    Job forgetting(ForgetMail forgetMail) {
        return new Job(FORGET, new Schedule.Daily(AT_NIGHT), forgetMail::forget);
    }

    @Singleton
    Mailbox mailbox(UnitOfWork unitOfWork, Outbox outbox, DeliverMail deliverMail, MailWriter writer) {
        return new Mailbox(unitOfWork, outbox, deliverMail, writer);
    }

    @Singleton
    DeadLetters deadLetters(UnitOfWork unitOfWork, Outbox outbox, Stamps stamps) {
        return new DeadLetters(unitOfWork, outbox, stamps);
    }
}
