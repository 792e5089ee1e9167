package io.portolan.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.Locale;

/// What holds the packages of the model apart.
class ModelArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("fast-test"))
                    .importPackages("io.portolan.model");

    private static final String ROOT = "io.portolan.model.";

    private static String[] packages(String... names) {
        return java.util.stream.Stream.of(names).map(n -> ROOT + n + "..").toArray(String[]::new);
    }

    @Test
    void librariesAreFewAndFormatsStayInFormat() {
        classes()
                .that()
                .resideOutsideOfPackages(packages("format", "report"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.jgrapht..",
                        "inet.ipaddr..",
                        "io.portolan.model..")
                .because(
                        "the model is what every other part stands on; JSON is for what is written")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml..")
                .because("only format knows YAML")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void lowerPackagesKnowNothingOfHigherOnes() {
        layer(
                packages("net"),
                packages(
                        "policy", "design", "change", "format", "compile", "reach", "rule",
                        "report"));
        layer(
                packages("policy"),
                packages("design", "change", "format", "compile", "reach", "rule", "report"));
        layer(
                packages("design"),
                packages("change", "format", "compile", "reach", "rule", "report"));
        layer(packages("change", "format", "compile"), packages("reach", "rule", "report"));
        layer(packages("reach"), packages("rule", "report"));
    }

    private static void layer(String[] lower, String[] higher) {
        noClasses()
                .that()
                .resideInAnyPackage(lower)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(higher)
                .because(
                        "dependencies point one way: net, policy, design, formats, reach, rule,"
                                + " report")
                .check(CLASSES);
    }

    @Test
    void whatIsSealedIsMadeOfRecordsAndEnums() {
        classes()
                .that(
                        DescribedPredicate.describe(
                                "are kinds of a sealed type", ModelArchitectureTest::isKind))
                .should(
                        com.tngtech.archunit.lang.conditions.ArchConditions.be(
                                DescribedPredicate.describe(
                                        "records, enums or sealed",
                                        c -> c.isRecord() || c.isEnum() || isSealed(c))))
                .because("closed sets are values")
                .check(CLASSES);
    }

    private static boolean isKind(JavaClass type) {
        return type.getRawInterfaces().stream().anyMatch(ModelArchitectureTest::isSealed);
    }

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    @Test
    void filesAreReadAndWrittenInFormatOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..")
                .because("engines compute; format reads and writes")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsOrChangesCaseByTheLocaleOfTheMachine() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because(
                        "the same input gives the same bytes everywhere (%s)"
                                .formatted(Locale.ROOT))
                .check(CLASSES);
    }
}
