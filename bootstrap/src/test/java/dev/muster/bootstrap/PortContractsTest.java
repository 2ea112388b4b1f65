package dev.muster.bootstrap;

import static dev.muster.bootstrap.Borders.PORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every port can be replaced: it has a contract, and the contract is run by at least two adapters. */
final class PortContractsTest {

    @TestFactory
    Stream<DynamicTest> everyPortHasAContractRunByTwoAdapters() throws IOException {
        JavaClasses domain = new ClassFileImporter().importPackages("dev.muster.domain");
        JavaClasses tests = new ClassFileImporter().importPaths(classFoldersOfAllModules());
        Set<JavaClass> ports = domain.stream().filter(PORT).collect(Collectors.toSet());
        assertThat(ports).hasSizeGreaterThan(5);
        return ports.stream()
                .map(port -> DynamicTest.dynamicTest(
                        port.getSimpleName(),
                        () -> assertThat(runsOf(port, tests)).hasSizeGreaterThanOrEqualTo(2)));
    }

    private static List<String> runsOf(JavaClass port, JavaClasses tests) {
        String contract = port.getSimpleName() + "Contract";
        return tests.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT) && !type.isInterface())
                .filter(type -> type.getAllRawInterfaces().stream()
                        .anyMatch(implemented -> implemented.getSimpleName().equals(contract)))
                .map(JavaClass::getName)
                .distinct()
                .toList();
    }

    /** The reactor builds bootstrap last, so what the other modules compiled stands beside it. */
    private static List<Path> classFoldersOfAllModules() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
            return modules.flatMap(module ->
                            Stream.of("target/classes", "target/test-classes").map(module::resolve))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
