package dev.muster.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.muster.domain.shared.ErrorCode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the rules of {@link ArchitectureTest} speak of. */
final class Borders {

    /** The domain's interfaces that an adapter implements. */
    static final DescribedPredicate<JavaClass> PORT = describe(
            "ports",
            type -> type.isInterface()
                    && type.isTopLevelClass()
                    && type.getPackageName().startsWith("dev.muster.domain.")
                    && !type.isAnnotation()
                    && !type.reflect().isSealed() // values of a few kinds
                    && !type.getSimpleName().equals("package-info")
                    && !type.isEquivalentTo(ErrorCode.class));

    /** The domain types with an identity and a life; not for the outside. */
    static final DescribedPredicate<JavaClass> ENTITY = describe(
            "entities",
            type -> type.getPackageName().startsWith("dev.muster.domain.")
                    && Set.of(
                                    "User",
                                    "Session",
                                    "RefreshToken",
                                    "SigningKey",
                                    "Task",
                                    "Consent",
                                    "AuditEvent",
                                    "Export",
                                    "Document")
                            .contains(type.getSimpleName()));

    private Borders() {}

    static ArchCondition<JavaMethod> notUseInItsSignature(DescribedPredicate<JavaClass> forbidden) {
        return new ArchCondition<>("not use " + forbidden.getDescription() + " in its signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                // A private method is nobody's signature.
                if (method.getModifiers().contains(JavaModifier.PRIVATE)) {
                    return;
                }
                Set<JavaClass> used = Stream.concat(
                                method.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                                method.getReturnType().getAllInvolvedRawTypes().stream())
                        .filter(forbidden)
                        .collect(Collectors.toSet());
                if (!used.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " uses " + used));
                }
            }
        };
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
