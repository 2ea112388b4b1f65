package dev.muster.domain.user;

import org.jspecify.annotations.Nullable;

/** What a person may change about themselves without a proof (requirement A9). */
public record PersonalDetails(
        Username username, PersonName name, @Nullable PhoneNumber phone, Profile profile) {}
