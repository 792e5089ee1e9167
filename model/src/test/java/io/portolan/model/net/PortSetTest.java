package io.portolan.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Port sets against the plainest thing that can hold 65,536 ports: a bit set.
class PortSetTest {
    private static PortSet set(Gen gen) {
        List<PortRange> ranges = new ArrayList<>();
        for (int i = gen.between(0, 5); i > 0; i--) {
            int low = gen.oneOf(List.of(0, 65_530, gen.between(0, 40), gen.between(0, 65_000)));
            ranges.add(new PortRange(low, Math.min(65_535, low + gen.between(0, 20))));
        }
        return new PortSet(ranges);
    }

    private static BitSet bits(PortSet set) {
        BitSet bits = new BitSet();
        set.ranges().forEach(range -> bits.set(range.low(), range.high() + 1));
        return bits;
    }

    private static PortSet set(BitSet bits) {
        return PortSet.of(bits.stream().toArray());
    }

    @Test
    void algebraIsThatOfSets() {
        Gen.forAll(
                500,
                gen -> {
                    PortSet a = set(gen);
                    PortSet b = set(gen);
                    BitSet union = bits(a);
                    union.or(bits(b));
                    BitSet common = bits(a);
                    common.and(bits(b));
                    BitSet rest = bits(a);
                    rest.andNot(bits(b));
                    assertThat(a.union(b)).isEqualTo(set(union));
                    assertThat(a.intersection(b)).isEqualTo(set(common));
                    assertThat(a.minus(b)).isEqualTo(set(rest));
                    int port = gen.between(0, 65_535);
                    assertThat(a.contains(port)).isEqualTo(bits(a).get(port));
                });
    }

    @Test
    void complementHoldsEveryOtherPort() {
        Gen.forAll(
                200,
                gen -> {
                    PortSet a = set(gen);
                    assertThat(a.complement().complement()).isEqualTo(a);
                    assertThat(a.union(a.complement())).isEqualTo(PortSet.ALL);
                    assertThat(a.intersection(a.complement())).isEqualTo(PortSet.NONE);
                });
    }

    @Test
    void textComesBack() {
        Gen.forAll(
                200,
                gen -> {
                    PortSet a = set(gen).union(PortSet.of(443));
                    assertThat(PortSet.parse(a.toString())).isEqualTo(a);
                });
        assertThat(PortSet.parse("80, 8000-8080,81")).hasToString("80-81,8000-8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "80,", "http", "80-", "9-8", "65536", "-1", "0x50", "80 81"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> PortSet.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void protocolsAreNamesOrNumbers() {
        for (int number = 0; number <= 255; number++) {
            Protocol protocol = new Protocol(number);
            assertThat(Protocol.parse(protocol.toString())).isEqualTo(protocol);
        }
        assertThat(Protocol.parse("TCP")).isEqualTo(Protocol.TCP);
        assertThat(Protocol.TCP.transport()).contains(Transport.TCP);
        assertThat(Protocol.ICMP.transport()).isEmpty();
        assertThatThrownBy(() -> Protocol.parse("htcp")).hasMessageContaining("(htcp)");
        assertThatThrownBy(() -> Protocol.parse("256")).hasMessageContaining("(256)");
    }
}
