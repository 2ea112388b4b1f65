package dev.muster.web.shared;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a member of a request that is a password, and has to be there. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Schema(
        nullable = false,
        requiredMode = Schema.RequiredMode.REQUIRED,
        format = "password",
        example = "correct horse battery")
public @interface PasswordMember {}
