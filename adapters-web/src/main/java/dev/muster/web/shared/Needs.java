package dev.muster.web.shared;

import dev.muster.domain.user.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A permission that a route, or a controller's every route, needs of whoever asks, whatever they send. Asked before the body
 * is read: who may not is told that, and nothing about their body. The use case asks again, and for what depends on the
 * body.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    Permission value();
}
