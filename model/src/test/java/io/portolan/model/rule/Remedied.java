package io.portolan.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Question.Party;
import io.portolan.model.reach.Question.Payload;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.builtin.remedy.Advice;
import io.portolan.model.rule.builtin.remedy.Remedies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a design answers before and after the additions for its flow F.
final class Remedied {
    private static final List<Protocol> PROTOCOLS =
            List.of(Protocol.parse("tcp"), Protocol.parse("udp"), Protocol.ICMP);
    private static final List<Integer> PORTS = List.of(22, 1413, 1414, 1415, 8080);

    /// Addresses of nobody beside those of the ends.
    private static final List<String> STRANGERS =
            List.of("10.1.0.2", "10.1.0.99", "10.2.0.19", "10.2.0.21", "10.3.0.7", "198.51.100.9");

    private Remedied() {}

    /// What is answered otherwise once the additions for the flow are made, which all of its
    /// denying stages then let pass.
    static SequencedMap<String, String> changed(Design design) {
        Design fixed = advice(design).change().orElseThrow(AssertionError::new).applyTo(design);
        CompiledDesign compiled = PlanCompiler.compile(fixed);
        assertThat(Reachability.of(compiled).evaluate(flow(fixed)).path())
                .extracting(Hop::outcome)
                .isNotEmpty()
                .doesNotContain(Outcome.DENY);
        SequencedMap<String, String> before = answers(design);
        SequencedMap<String, String> after = answers(fixed);
        after.entrySet().removeAll(before.entrySet());
        return after;
    }

    static Advice advice(Design design) {
        CompiledDesign compiled = PlanCompiler.compile(design);
        Reachability reachability = Reachability.of(compiled);
        return new Remedies(compiled, new DesignIndex(compiled, reachability))
                .of(flow(design), reachability.explain(flow(design)).verdict());
    }

    private static Flow flow(Design design) {
        return Optional.ofNullable(design.flows().get("F")).orElseThrow();
    }

    private static SequencedMap<String, String> answers(Design design) {
        CompiledDesign compiled = PlanCompiler.compile(design);
        Reachability reachability = Reachability.of(compiled);
        List<Party> ends = new ArrayList<>();
        compiled.estate().members().forEach(m -> ends.add(new Party.Member(m.name())));
        STRANGERS.forEach(a -> ends.add(new Party.At(Address.parse(a))));
        SequencedMap<String, String> answers = new TreeMap<>();
        for (Party from : ends) {
            for (Party to : ends) {
                PROTOCOLS.forEach(protocol -> answer(reachability, from, to, protocol, answers));
            }
        }
        return answers;
    }

    private static void answer(
            Reachability reachability,
            Party from,
            Party to,
            Protocol protocol,
            SequencedMap<String, String> into) {
        for (int port : protocol.transport().isPresent() ? PORTS : List.of(0)) {
            PortSet ports = port == 0 ? PortSet.ALL : PortSet.of(port);
            Verdict verdict =
                    reachability.evaluate(
                            new Question(
                                    from, to, protocol, ports, Payload.UNSPECIFIED, List.of()));
            into.put(
                    "%s -> %s %s %d".formatted(name(from), name(to), protocol, port),
                    verdict.word());
        }
    }

    private static String name(Party party) {
        return switch (party) {
            case Party.Member(String name) -> name;
            case Party.At(Address address) -> address.toString();
        };
    }
}
