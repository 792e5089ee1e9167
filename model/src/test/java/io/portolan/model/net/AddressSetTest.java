package io.portolan.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class AddressSetTest {
    @Test
    void touchingAndOverlappingRangesBecomeOne() {
        assertThat(AddressSet.parse("10.0.0.0/25,10.0.0.128/25,10.0.0.7"))
                .isEqualTo(AddressSet.parse("10.0.0.0/24"));
    }

    @Test
    void familiesNeverJoin() {
        assertThat(AddressSet.ALL.ranges()).hasSize(2);
        assertThat(AddressSet.ALL.complement()).isEqualTo(AddressSet.NONE);
        assertThat(AddressSet.NONE.complement()).isEqualTo(AddressSet.ALL);
    }

    @Test
    void differenceLeavesTheRestInFewestBlocks() {
        AddressSet rest = AddressSet.parse("10.0.0.0/24").minus(AddressSet.parse("10.0.0.128/25"));
        assertThat(rest.blocks()).containsExactly(Cidr.parse("10.0.0.0/25"));
        assertThat(AddressSet.parse("10.0.0.1-10.0.0.4").blocks())
                .containsExactly(
                        Cidr.parse("10.0.0.1/32"),
                        Cidr.parse("10.0.0.2/31"),
                        Cidr.parse("10.0.0.4/32"));
    }

    @Test
    void algebraAgreesWithMembershipOfSampledAddresses() {
        Gen.forAll(
                400,
                gen -> {
                    AddressSet a = random(gen);
                    AddressSet b = random(gen);
                    for (int i = 0; i < 256; i += 5) {
                        Address address = Address.parse("10.0.0." + i);
                        boolean inA = a.contains(address);
                        boolean inB = b.contains(address);
                        assertThat(a.union(b).contains(address)).isEqualTo(inA || inB);
                        assertThat(a.intersection(b).contains(address)).isEqualTo(inA && inB);
                        assertThat(a.minus(b).contains(address)).isEqualTo(inA && !inB);
                        assertThat(a.complement().contains(address)).isEqualTo(!inA);
                    }
                    b.blocks()
                            .forEach(block ->
                                    assertThat(a.overlaps(block))
                                            .isEqualTo(a.overlaps(AddressSet.of(block))));
                    assertThat(AddressSet.of(a.blocks())).isEqualTo(a);
                    assertThat(a.union(b).containsAll(b)).isTrue();
                });
    }

    private static AddressSet random(Gen gen) {
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = 0; i < gen.between(0, 5); i++) {
            int low = gen.between(0, 255);
            ranges.add(
                    new AddressRange(
                            Address.parse("10.0.0." + low),
                            Address.parse("10.0.0." + gen.between(low, 255))));
        }
        return new AddressSet(ranges);
    }

    @Test
    void descendingRangeIsRefusedByName() {
        assertThatThrownBy(() -> AddressSet.parse("10.0.0.9-10.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.9-10.0.0.1");
    }
}
