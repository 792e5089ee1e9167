package io.portolan.exporters.netns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.ExportResult;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Firewall;
import io.portolan.model.net.Address;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The exported rules in the kernel, and real connections through them: what gets through, with
/// which addresses, and what does not is what the engine says, for every pair of hosts and every
/// port.
class RealPacketsTest {
    /// A denied connection is one that nobody answers in this time (milliseconds).
    private static final int DENIED = 1_000;

    /// What should be possible gets this time, if the machine was too busy at first (milliseconds).
    private static final int LATE = 10_000;

    @BeforeEach
    void needsThePrograms() {
        Programs.requireNamedNamespaces();
    }

    @ParameterizedTest
    @CsvSource({
        "rules, nftables, IPv4",
        "rules, nftables, IPv6",
        "rules, iptables, IPv4",
        "rules, iptables, IPv6",
        "chains, nftables, IPv4",
        "chains, nftables, IPv6",
        "chains, iptables, IPv4",
        "chains, iptables, IPv6"
    })
    void theKernelAnswersAsTheEngineDoes(String name, String dialect, String family) {
        Programs.require(dialect.equals("nftables") ? "nft" : "iptables-restore", dialect);
        LabDesign design = LabDesign.of(name, dialect, family);
        EngineAnswers engine = new EngineAnswers(design.compiled());
        try (Lab lab = new Lab(firewall(design.compiled(), "fw"), design.hosts())) {
            LabDesign.PORTS.forEach(lab::serve);
            assertEverythingAnswers(lab, design);
            lab.load(exported(dialect, design.compiled()));
            assertThat(differences(lab, design.attempts(), engine::of)).isEmpty();
        }
    }

    @Test
    void aMissingTranslationOrFilterIsNoticed() {
        Programs.require("nft", "nftables");
        LabDesign design = LabDesign.of("rules", "nftables", "IPv4");
        EngineAnswers engine = new EngineAnswers(design.compiled());
        try (Lab lab = new Lab(firewall(design.compiled(), "fw"), design.hosts())) {
            LabDesign.PORTS.forEach(lab::serve);
            lab.load(exported("nftables", design.compiled()));
            lab.inFirewall("nft flush chain inet portolan nat_out");
            assertThat(differences(lab, design.attempts(), engine::of))
                    .contains(
                            "tcp 10.201.1.10 -> 198.51.100.10:443: engine 198.51.100.1 ->"
                                    + " 198.51.100.10:443/tcp, kernel 10.201.1.10 ->"
                                    + " 198.51.100.10:443/tcp");
            lab.inFirewall("nft delete table inet portolan");
            assertThat(differences(lab, design.direct(), engine::of))
                    .contains(
                            "tcp 10.201.1.12 -> 198.51.100.10:443: engine no, kernel 10.201.1.12 ->"
                                    + " 198.51.100.10:443/tcp");
        }
    }

    @Test
    void theFirewallOfTheHybridBankFiltersAsTheEngineSays() {
        Programs.require("nft", "nftables");
        CompiledDesign bank = SampleDesigns.compiled("hybrid-bank");
        EngineAnswers engine = new EngineAnswers(bank);
        SequencedMap<String, List<Address>> hosts = new LinkedHashMap<>();
        hosts.put("transit", addresses("10.20.1.10", "10.20.1.77", "11.0.0.5"));
        hosts.put("west", addresses("10.20.2.100"));
        hosts.put("data", addresses("10.30.5.53", "10.30.5.20"));
        List<Attempt> attempts =
                Attempt.between(hosts, LabDesign.PORTS).stream()
                        .filter(a -> engine.at("fw-core/forward", a).isPresent())
                        .toList();
        try (Lab lab = new Lab(firewall(bank, "fw-core"), hosts)) {
            LabDesign.PORTS.forEach(lab::serve);
            lab.load(SampleDesigns.exported("nftables", "hybrid-bank").artifacts());
            Function<Attempt, String> filter = a -> engine.at("fw-core/forward", a).orElseThrow();
            assertThat(differences(lab, attempts, filter)).isEmpty();
            assertThat(attempts.stream().map(filter).filter(a -> !a.equals(EngineAnswers.NO)))
                    .contains(
                            "10.20.1.10 -> 10.30.5.53:53/udp",
                            "10.20.1.77 -> 10.20.2.100:15443/tcp");
        }
    }

    // ---------------------------------------------------------------- what is loaded

    private static Firewall firewall(CompiledDesign compiled, String id) {
        return compiled.design().find(new ElementId(id), Firewall.class).orElseThrow();
    }

    private static List<Artifact> exported(String dialect, CompiledDesign compiled) {
        ExportResult result =
                Dialects.find(dialect)
                        .flatMap(Dialect::exporter)
                        .orElseThrow()
                        .export(new ExportRequest(compiled));
        assertThat(result.gaps()).isEmpty();
        return result.artifacts();
    }

    private static List<Address> addresses(String... texts) {
        return Stream.of(texts).map(Address::parse).toList();
    }

    // ---------------------------------------------------------------- who is right

    private static void assertEverythingAnswers(Lab lab, LabDesign design) {
        assertThat(lab.attempt(design.direct(), LATE))
                .as("without rules everything answers")
                .allSatisfy((_, answer) -> assertThat(answer).isInstanceOf(Answer.Answered.class));
    }

    private static List<String> differences(
            Lab lab, List<Attempt> attempts, Function<Attempt, String> engine) {
        SequencedMap<Attempt, Answer> answers = lab.attempt(attempts, DENIED);
        List<Attempt> late =
                attempts.stream()
                        .filter(a -> !engine.apply(a).equals(EngineAnswers.NO))
                        .filter(a -> !(answers.get(a) instanceof Answer.Answered))
                        .toList();
        answers.putAll(lab.attempt(late, LATE));
        List<String> differences = new ArrayList<>();
        answers.forEach((attempt, answer) -> {
            String said = engine.apply(attempt);
            String told = EngineAnswers.told(attempt, answer);
            if (!said.equals(told)) {
                differences.add("%s: engine %s, kernel %s".formatted(attempt, said, told));
            }
        });
        return differences;
    }
}
