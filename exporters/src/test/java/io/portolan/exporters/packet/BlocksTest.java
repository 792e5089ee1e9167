package io.portolan.exporters.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class BlocksTest {
    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }

    @Test
    void whatIsLeftOfANetworkIsItsOtherHalves() {
        assertThat(Blocks.minus(blocks("10.0.0.0/24"), blocks("10.0.0.128/26")))
                .isEqualTo(blocks("10.0.0.0/25", "10.0.0.192/26"));
        assertThat(Blocks.minus(blocks("10.0.0.0/24"), blocks("10.0.0.0/8"))).isEmpty();
        assertThat(Blocks.minus(blocks("::/0"), blocks("10.0.0.0/8"))).isEqualTo(blocks("::/0"));
    }

    @Test
    void differenceAndIntersectionAgreeWithMembership() {
        Gen.forAll(300, BlocksTest::agrees);
    }

    private static void agrees(Gen gen) {
        List<Cidr> left = List.of(block(gen), block(gen));
        List<Cidr> right = List.of(block(gen), block(gen));
        Address probe = Address.parse("10.0.0." + gen.between(0, 31));
        boolean inLeft = holds(left, probe);
        boolean inRight = holds(right, probe);
        assertThat(holds(Blocks.minus(left, right), probe)).isEqualTo(inLeft && !inRight);
        assertThat(holds(Blocks.intersection(left, right), probe)).isEqualTo(inLeft && inRight);
    }

    private static Cidr block(Gen gen) {
        return new Cidr(Address.parse("10.0.0." + gen.between(0, 31)), gen.between(27, 32));
    }

    private static boolean holds(List<Cidr> blocks, Address address) {
        return blocks.stream().anyMatch(b -> b.contains(address));
    }
}
