package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.net.Address;
import io.portolan.model.reach.EngineUnderTest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A connection to try in a lab, with checks that are counted.
record Try(
        Lab lab,
        String source,
        String sourceAddress,
        String destination,
        int port,
        int protocol,
        Packet.Payload payload,
        boolean bypasses) {
    private static final int RELATION_PAIRS = 15;

    Try as(String address) {
        return new Try(lab, source, address, destination, port, protocol, payload, bypasses);
    }

    /// An address, or the name of an endpoint.
    Try to(String nameOrAddress, int number) {
        boolean name = lab.endpoints.stream().anyMatch(e -> e.name().equals(nameOrAddress));
        String address =
                name ? Members.address(lab.endpoint(nameOrAddress)).toString() : nameOrAddress;
        return new Try(lab, source, sourceAddress, address, number, protocol, payload, bypasses);
    }

    Try over(int ipProtocol) {
        return new Try(
                lab, source, sourceAddress, destination, port, ipProtocol, payload, bypasses);
    }

    Try sending(Packet.Payload other) {
        return new Try(lab, source, sourceAddress, destination, port, protocol, other, bypasses);
    }

    Try bypassing() {
        return new Try(lab, source, sourceAddress, destination, port, protocol, payload, true);
    }

    private Interpreter.Connection connection() {
        return new Interpreter.Connection(
                source,
                sourceAddress.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Address.parse(sourceAddress)),
                Address.parse(destination),
                protocol,
                port,
                payload,
                bypasses);
    }

    Trial trial() {
        return new Trial(connection(), lab.estate(), lab.plan());
    }

    Interpreter.Answer answer() {
        return trial().answer();
    }

    /// What the engine says of the same connection, in the words of the oracle.
    EngineUnderTest.Said said() {
        return trial().said();
    }

    /// That the relation agrees with the engine on some pairs.
    void isRelated(int pairs, long seed) {
        trial().isRelated(relation -> {
            relation.agrees(pairs, seed);
            if (seed % 8 == 0) {
                relation.visitsWhatItSays();
            }
        });
    }

    /// Both must say what is told, and some hop of the oracle must mention each of the words
    /// ("point#rule@header").
    void is(Interpreter.Verdict expected, String name, String... mentions) {
        Interpreter.Answer answer = answer();
        assertThat(answer.verdict()).as("%s: %s%n%s", lab.system, name, answer).isEqualTo(expected);
        assertThat(Arrays.stream(mentions).filter(m -> !answer.mentions(m)))
                .as("%s: %s%n%s", lab.system, name, answer)
                .isEmpty();
        EngineUnderTest.Said said = said();
        if (answer.traces().size() == 1) {
            isTold(said, name, mentions);
        }
        isRelated(RELATION_PAIRS, name.hashCode());
        assertThat(said.verdict())
                .as("engine, %s: %s%n%s", lab.system, name, said)
                .isEqualTo(expected);
    }

    /// Where there is one way, the engine tells of it as the oracle does.
    private void isTold(EngineUnderTest.Said said, String name, String... mentions) {
        List<String> told =
                said.inFull().path().stream()
                        .map(hop -> hop.point() + "#" + hop.because() + "@" + hop.seen())
                        .toList();
        for (String mention : mentions) {
            assertThat(told)
                    .as("engine, %s: %s%n%s", lab.system, name, said)
                    .anySatisfy(hop -> assertThat(hop).contains(mention.replace("/6", "/tcp")));
        }
    }

    void allowed(String name, String... mentions) {
        is(Interpreter.Verdict.ALLOW, name, mentions);
    }

    void denied(String name, String... mentions) {
        is(Interpreter.Verdict.DENY, name, mentions);
    }

    void undefined(String name, String... mentions) {
        is(Interpreter.Verdict.UNDEFINED, name, mentions);
    }

    void lost(String name, String... mentions) {
        is(Interpreter.Verdict.NO_ROUTE, name, mentions);
    }
}
