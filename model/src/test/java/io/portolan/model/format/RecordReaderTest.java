package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class RecordReaderTest {
    record Text(String value) {}

    record Count(int value) {}

    record Wide(long value) {}

    record Order(double value) {}

    record Truth(boolean value) {}

    record Day(LocalDate value) {}

    record Loose(
            Optional<String> a,
            OptionalInt b,
            List<Cidr> c,
            Set<PeerKind> d,
            Map<String, Integer> e,
            boolean f) {}

    record Ports(PortSet value) {}

    private static <T> T read(String yaml, Class<T> type) {
        RecordReader reader = new RecordReader();
        Optional<T> value = reader.read(YamlReader.read(yaml), type);
        assertThat(reader.problems()).isEmpty();
        return value.orElseThrow();
    }

    private static List<String> problems(String yaml, Class<?> type) {
        RecordReader reader = new RecordReader();
        assertThat(reader.read(YamlReader.read(yaml), type)).isEmpty();
        return reader.problems().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "on", "017", "1_0", "12:30", ".inf", "0o17", "true", "-1"})
    void textIsTakenAsWritten(String text) {
        assertThat(read("value: " + text, Text.class).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "017",
                "1_0",
                "0x10",
                "0o17",
                "12:30",
                ".inf",
                "1e3",
                "1.0",
                "+1",
                "-0",
                "NO",
                "99999999999",
                "99999999999999999999",
                "'1'"
            })
    void wholeNumbersAreDecimalOrRefused(String text) {
        assertThat(problems("value: " + text, Count.class)).hasSize(1);
    }

    @Test
    void numbersAreRead() {
        assertThat(read("value: -12", Count.class).value()).isEqualTo(-12);
        assertThat(read("value: 99999999999", Wide.class).value()).isEqualTo(99_999_999_999L);
        assertThat(read("value: .inf", Order.class).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read("value: 0.5", Order.class).value()).isEqualTo(0.5);
        assertThat(problems("value: .nan", Order.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "True", "1", "'true'", "y"})
    void onlyTrueAndFalseAreTruths(String text) {
        assertThat(problems("value: " + text, Truth.class)).hasSize(1);
        assertThat(read("value: true", Truth.class).value()).isTrue();
    }

    @Test
    void daysAreDays() {
        assertThat(read("value: 2026-12-31", Day.class).value())
                .isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(problems("value: 2026-02-30", Day.class))
                .containsExactly(
                        "1:1 The value (2026-02-30) is not a day. Write it like 2026-12-31."
                                .replace("1:1", "1:8"));
    }

    @Test
    void whatMayBeAbsentIsAbsent() {
        Loose empty =
                new Loose(
                        Optional.empty(),
                        OptionalInt.empty(),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        false);
        assertThat(read("{}", Loose.class)).isEqualTo(empty);
        assertThat(read("c:\nd: []\ne:\n", Loose.class)).isEqualTo(empty);
        assertThat(problems("a:", Loose.class))
                .containsExactly("1:1 A value is missing here. Write one, or no key.");
    }

    @Test
    void listsOfScalarsMayBeOneScalar() {
        assertThat(read("c: 10.0.0.0/8", Loose.class).c())
                .containsExactly(Cidr.parse("10.0.0.0/8"));
        assertThat(read("d: host-pod", Loose.class).d()).containsExactly(PeerKind.HOST_POD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "443 | 443",
                "80,443 | 80,443",
                "[80, 443, 8000-8080] | 80,443,8000-8080",
                "'[]' |''"
            })
    void portsAreOneOrAList(String yaml, String ports) {
        assertThat(read("value: " + yaml, Ports.class).value()).hasToString(ports);
    }

    @Test
    void everyProblemIsReportedWithPlaceAndAdvice() {
        assertThat(problems("aa: x\nc: [10.0.0.0/33, no]\nd: pods\ne: {x: y}\nf: 1\n", Loose.class))
                .containsExactly(
                        "1:1 Unknown key (aa). Maybe a?",
                        "2:5 The prefix length (33) of 10.0.0.0 must be in 0..32.",
                        "2:18 The address (no) is not an IPv4 or IPv6 address. Write it like"
                                + " 10.20.1.5 or 2001:db8::5.",
                        "3:4 The word (pods) is not one of pod, host-pod, node, machine, external."
                                + " Maybe pod?",
                        "4:8 The value (y) is not a whole number. Write it like 4094.",
                        "5:4 The value (1) is neither true nor false. Write one of them.");
    }

    @Test
    void complaintsAreBounded() {
        RecordReader reader = new RecordReader();
        String yaml = "c:\n" + "- x\n".repeat(5_000);
        assertThat(reader.read(YamlReader.read(yaml), Loose.class)).isEmpty();
        assertThat(reader.problems()).hasSize(1_000);
    }

    @Test
    void wrongFormsAreNamed() {
        assertThat(problems("a: [x]", Loose.class).getFirst()).contains("One value is expected");
        assertThat(problems("c: {x: y}", Loose.class).getFirst()).contains("A list is expected");
        assertThat(problems("e: [x]", Loose.class).getFirst()).contains("Keys with values");
        assertThat(problems("[x]", Loose.class).getFirst()).contains("A block of keys");
    }

    @Test
    void kindWithoutKeysMayBeItsName() {
        assertThat(read("allow", Action.class)).isEqualTo(new Action.Allow());
        assertThat(read("{kind: allow}", Action.class)).isEqualTo(new Action.Allow());
        assertThat(problems("deny", Action.class))
                .containsExactly("1:1 The key (refusal) is missing.");
        assertThat(problems("{kind: alow}", Action.class))
                .containsExactly("1:8 Unknown kind (alow). Maybe allow?");
        assertThat(problems("{refusal: drop}", Action.class).getFirst())
                .contains("The key (kind) is missing. Write one of [allow, deny");
    }

    @Test
    void expressionsHaveAShortForm() {
        Expr<Peer> pods = Expr.is(new Peer.OfKind(PeerKind.POD));
        assertThat(read("{}", Match.class)).isEqualTo(Match.any());
        assertThat(read("source: {kind: ofKind, peerKind: pod}", Match.class))
                .isEqualTo(Match.any().from(pods));
        assertThat(
                        read(
                                "source: {anyOf: [{not: any}, {named: g, meaning: {unknown:"
                                        + " why}}]}",
                                Match.class))
                .isEqualTo(
                        Match.any()
                                .from(
                                        Expr.anyOf(
                                                Expr.not(Expr.any()),
                                                new Expr.Named<>("g", new Expr.Unknown<>("why")))));
        assertThat(problems("source: {noneOf: []}", Match.class).getFirst())
                .isEqualTo(
                        "1:10 Unknown key (noneOf). An expression has one of kind, anyOf, allOf,"
                                + " not, named, unknown.");
    }

    @Test
    void whatARecordRefusesIsSaidAtTheOffendingKey() {
        String yaml =
                """
                portolan: 1
                name: x
                elements:
                  a:
                    kind: vlan
                    label: A
                    tag: 5000
                """;
        assertThat(DesignReader.read(yaml).problems())
                .containsExactly(
                        new Problem(
                                7,
                                5,
                                "/elements/a",
                                "The VLAN tag (5000) of a must be in 1..4094."));
    }
}
