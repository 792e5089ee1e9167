package io.portolan.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.portolan.model.compile.ground.ServiceAddresses;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/// What holds the packages of the model apart.
class ModelArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("fast-test"))
                    .importPackages("io.portolan.model");

    private static final String ROOT = "io.portolan.model.";

    private static final String COMPILERS = ROOT + "compile.*..";

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
        layer(lower, higher, "net, policy, design, formats, reach, rule, report");
    }

    private static void layer(String[] lower, String[] higher, String order) {
        noClasses()
                .that()
                .resideInAnyPackage(lower)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(higher)
                .because("dependencies point one way: " + order)
                .check(CLASSES);
    }

    @Test
    void compilersStandOnEachOtherInOneOrder() {
        List<List<String>> order =
                List.of(
                        List.of("ground"),
                        List.of("need"),
                        List.of("route", "pod", "mesh"),
                        List.of("device", "gateway"),
                        List.of("cloud"));
        for (int i = 1; i < order.size(); i++) {
            layer(
                    inCompile(order.subList(0, i)),
                    inCompile(order.subList(i, order.size())),
                    "ground, need, the compilers of a layer, those that build on them");
        }
        slices().matching(ROOT + "compile.(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(COMPILERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "compile")
                .because("the plan compiler asks the compilers, they do not know it")
                .check(CLASSES);
    }

    private static String[] inCompile(List<List<String>> names) {
        return packages(
                names.stream()
                        .flatMap(List::stream)
                        .map(n -> "compile." + n)
                        .toArray(String[]::new));
    }

    @Test
    void whatCompilersShareIsKnownToThemOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "compile..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(COMPILERS).and(not(equivalentTo(ServiceAddresses.class))))
                .because("others see what was compiled, and on which address a service is dialled")
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
