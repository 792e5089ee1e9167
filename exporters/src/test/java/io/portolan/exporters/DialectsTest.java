package io.portolan.exporters;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.portolan.exporters.spi.Dialect;

import org.junit.jupiter.api.Test;

import java.util.List;

class DialectsTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("fast-test"))
                    .importPackages("io.portolan.exporters");

    @Test
    void allDialectsAreFoundById() {
        List<String> ids = Dialects.all().stream().map(Dialect::id).toList();
        assertThat(ids).contains("asa", "nftables").isSorted().doesNotHaveDuplicates();
        assertThat(Dialects.find("nftables")).isPresent();
        assertThat(Dialects.find("no such dialect")).isEmpty();
    }

    @Test
    void theBuiltInListIsSorted() {
        assertThat(new BuiltInDialects().dialects()).extracting(Dialect::id).isSorted();
    }

    @Test
    void aFirewallDialectKnowsNoOther() {
        slices().matching("io.portolan.exporters.firewall.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a dialect is added and taken away alone")
                .check(CLASSES);
    }

    @Test
    void aDialectKnowsOnlyItsToolsAndTheModel() {
        classes()
                .that()
                .resideInAPackage("io.portolan.exporters.firewall..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.portolan.model..",
                        "io.portolan.exporters.spi..",
                        "io.portolan.exporters.text..",
                        "io.portolan.exporters.packet..",
                        "io.portolan.exporters.netfilter..",
                        "io.portolan.exporters.firewall..")
                .because("the plan is all that a dialect reads, text all that it writes")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsHowAPlanIsCompiled() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.portolan.model.compile.*..")
                .because("dialects see what was compiled, not the compilers")
                .check(CLASSES);
    }
}
