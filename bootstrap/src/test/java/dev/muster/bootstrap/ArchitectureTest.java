package dev.muster.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.muster.bootstrap.Borders.ENTITY;
import static dev.muster.bootstrap.Borders.PORT;
import static dev.muster.bootstrap.Borders.notUseInItsSignature;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** The borders of the hexagon. A rule that matches nothing fails (archunit.properties). */
@AnalyzeClasses(packages = "dev.muster", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String DOMAIN = "dev.muster.domain..";
    private static final String APPLICATION = "dev.muster.application..";
    private static final String PERSISTENCE = "dev.muster.persistence..";
    private static final String WEB = "dev.muster.web..";
    private static final String SECURITY = "dev.muster.security..";
    private static final String CACHE = "dev.muster.cache..";
    private static final String MESSAGING = "dev.muster.messaging..";
    private static final String FORMATS = "dev.muster.formats..";
    private static final String FILES = "dev.muster.files..";
    private static final String BOOTSTRAP = "dev.muster.bootstrap..";
    private static final String TESTKIT = "dev.muster.testkit..";
    private static final DescribedPredicate<JavaClass> PRODUCT = resideInAnyPackage(
            DOMAIN, APPLICATION, PERSISTENCE, WEB, SECURITY, CACHE, MESSAGING, FORMATS, FILES, BOOTSTRAP);

    @ArchTest
    static final ArchRule domainIsPureJava = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", DOMAIN)
                    .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "javax.sql.."))));

    @ArchTest
    static final ArchRule applicationKnowsTheDomainOnly = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", DOMAIN, APPLICATION)
                    .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "javax.sql.."))));

    @ArchTest
    static final ArchRule persistenceKnowsNoOtherAdapter =
            adapter(PERSISTENCE, WEB, SECURITY, CACHE, MESSAGING, FORMATS, APPLICATION);

    @ArchTest
    static final ArchRule securityKnowsNoOtherAdapter =
            adapter(SECURITY, WEB, PERSISTENCE, CACHE, MESSAGING, FORMATS, APPLICATION);

    @ArchTest
    static final ArchRule cacheKnowsNoOtherAdapter =
            adapter(CACHE, WEB, PERSISTENCE, SECURITY, MESSAGING, FORMATS, APPLICATION);

    @ArchTest
    static final ArchRule messagingKnowsNoOtherAdapter =
            adapter(MESSAGING, WEB, PERSISTENCE, SECURITY, CACHE, FORMATS, APPLICATION);

    @ArchTest
    static final ArchRule formatsKnowNoOtherAdapter =
            adapter(FORMATS, WEB, PERSISTENCE, SECURITY, CACHE, MESSAGING, FILES, APPLICATION);

    @ArchTest
    static final ArchRule filesKnowNoOtherAdapter =
            adapter(FILES, WEB, PERSISTENCE, SECURITY, CACHE, MESSAGING, FORMATS, APPLICATION);

    @ArchTest
    static final ArchRule webKnowsNoOtherAdapter =
            adapter(WEB, PERSISTENCE, SECURITY, CACHE, MESSAGING, FORMATS, FILES);

    @ArchTest
    static final ArchRule productNeverKnowsTheTestkit =
            noClasses().that(PRODUCT).should().dependOnClassesThat().resideInAPackage(TESTKIT);

    @ArchTest
    static final ArchRule domainFeaturesAreFreeOfCycles = featuresOf("domain");

    @ArchTest
    static final ArchRule applicationFeaturesAreFreeOfCycles = featuresOf("application");

    @ArchTest
    static final ArchRule persistenceFeaturesAreFreeOfCycles = featuresOf("persistence");

    @ArchTest
    static final ArchRule webFeaturesAreFreeOfCycles = featuresOf("web");

    @ArchTest
    static final ArchRule securityFeaturesAreFreeOfCycles = featuresOf("security");

    @ArchTest
    static final ArchRule formatsAreFreeOfCycles = featuresOf("formats");

    @ArchTest
    static final ArchRule bootstrapPackagesAreFreeOfCycles = featuresOf("bootstrap");

    @ArchTest
    static final ArchRule sqlStaysInPersistence = noClasses()
            .that(PRODUCT.and(DescribedPredicate.not(resideInAPackage(PERSISTENCE))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "org.postgresql..");

    @ArchTest
    static final ArchRule httpStaysInWeb = noClasses()
            .that(PRODUCT.and(DescribedPredicate.not(resideInAnyPackage(WEB, BOOTSTRAP))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http..", "io.netty..");

    @ArchTest
    static final ArchRule mailStaysInMessaging = noClasses()
            .that(PRODUCT.and(DescribedPredicate.not(resideInAPackage(MESSAGING))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule patternsStayInMessagingAndFormats = noClasses()
            .that(PRODUCT.and(DescribedPredicate.not(resideInAnyPackage(MESSAGING, FORMATS))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.samskivert..");

    @ArchTest
    static final ArchRule librariesOfFormatsStayInFormats = noClasses()
            .that(PRODUCT.and(DescribedPredicate.not(resideInAPackage(FORMATS))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.difflib..");

    @ArchTest
    static final ArchRule webReachesPortsThroughUseCasesOnly =
            noClasses().that().resideInAPackage(WEB).should().dependOnClassesThat(PORT);

    @ArchTest
    static final ArchRule controllersSpeakInRequestsAndResponses = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Controller")
            .should(notUseInItsSignature(ENTITY));

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule idsAreInjected =
            noClasses().that().resideInAnyPackage(DOMAIN, APPLICATION).should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule onlyUseCasesOpenTransactions =
            noClasses().that(PRODUCT).should().dependOnClassesThat().haveSimpleName("Transactional");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            fields().that().areDeclaredInClassesThat(PRODUCT).should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule adaptersOfPortsAreHidden = classes()
            .that()
            .areAssignableTo(PORT)
            .and()
            .resideInAnyPackage(PERSISTENCE, SECURITY, CACHE, MESSAGING, FORMATS, FILES)
            .and()
            .areNotInterfaces()
            .should()
            .bePackagePrivate()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .beAnnotatedWith(Singleton.class);

    @ArchTest
    static final ArchRule useCasesAreFinal = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .areNotInterfaces()
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().that(PRODUCT).should().haveNameMatching(".*(Port|Impl|Utils?|Helper|Manager|Mapper)");

    @ArchTest
    static final ArchRule noPackageIsForEverything =
            noClasses().should().resideInAnyPackage("dev.muster..util..", "dev.muster..common..");

    @ArchTest
    static final ArchRule everyPackageForbidsNull = classes()
            .that(PRODUCT)
            .and()
            .doNotHaveSimpleName("package-info")
            .should(Borders.liveInANullMarkedPackage());

    private static ArchRule adapter(String own, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAnyPackage(others).or(resideInAPackage(BOOTSTRAP)));
    }

    private static ArchRule featuresOf(String module) {
        return slices().matching("dev.muster." + module + ".(*)..").should().beFreeOfCycles();
    }
}
