package io.portolan.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

import io.portolan.model.testing.Gen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Our addresses and blocks against those of an independent library.
class NetOracleTest {
    private static final IPAddressStringParameters STRICT =
            new IPAddressStringParameters.Builder()
                    .allowEmpty(false)
                    .allowAll(false)
                    .allowSingleSegment(false)
                    .allowMask(false)
                    .allowPrefix(false)
                    .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
                    .getIPv4AddressParametersBuilder()
                    .allow_inet_aton(false)
                    .allowLeadingZeros(false)
                    .getParentBuilder()
                    .getIPv6AddressParametersBuilder()
                    .allowZone(false)
                    .getParentBuilder()
                    .toParams();

    private static Optional<IPAddress> oracle(String text) {
        try {
            return Optional.of(new IPAddressString(text, STRICT).toAddress());
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }

    private static Optional<Address> ours(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Address address(Gen gen) {
        return gen.chance(0.5) ? Address.parse(v4(gen)) : new Address(true, bits(gen), bits(gen));
    }

    private static String v4(Gen gen) {
        return "%d.%d.%d.%d"
                .formatted(
                        gen.between(0, 255),
                        gen.between(0, 255),
                        gen.between(0, 255),
                        gen.between(0, 255));
    }

    /// Runs of zeros and ones are where compression and carries go wrong.
    private static long bits(Gen gen) {
        long value = 0;
        for (int group = 0; group < 4; group++) {
            int digits = gen.oneOf(List.of(0, 0, 0xFFFF, 1, gen.between(0, 0xFFFF)));
            value = value << 16 | digits;
        }
        return value;
    }

    private static IPAddress oracle(Cidr block) {
        return new IPAddressString(block.toString()).getAddress().toPrefixBlock();
    }

    private static Cidr block(Gen gen) {
        Address address = address(gen);
        return new Cidr(address, gen.between(0, address.bits()));
    }

    @Test
    void textIsCanonicalAndComesBack() {
        Gen.forAll(
                3_000,
                gen -> {
                    Address address = address(gen);
                    String text = address.toString();
                    assertThat(text).isEqualTo(oracle(text).orElseThrow().toCanonicalString());
                    assertThat(Address.parse(text)).isEqualTo(address);
                    assertThat(Address.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(address);
                    String full = oracle(text).orElseThrow().toFullString();
                    assertThat(address.v6() ? Address.parse(full) : address).isEqualTo(address);
                });
    }

    /// The library reads groups of five digits, and IPv4 with leading zeros at the end of IPv6.
    private static boolean isOddButRead(String text) {
        return text.matches(".*[0-9a-f]{5}.*") || (text.contains(":") && text.contains("."));
    }

    @Test
    void mangledTextIsReadByBothOrNeither() {
        Gen.forAll(
                5_000,
                gen -> {
                    StringBuilder text = new StringBuilder(address(gen).toString());
                    for (int i = gen.between(1, 3); i > 0; i--) {
                        int at = gen.between(0, text.length() - 1);
                        String piece = gen.oneOf(List.of(":", ".", "0", "f", "::", "9", "g", "1"));
                        text.replace(at, at + gen.between(0, 1), piece);
                    }
                    Optional<String> ours = ours(text.toString()).map(Address::toString);
                    Optional<String> theirs =
                            oracle(text.toString()).map(IPAddress::toCanonicalString);
                    if (ours.isPresent() || !isOddButRead(text.toString())) {
                        assertThat(ours).as("%s", text).isEqualTo(theirs);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1",
                "1",
                "010.1.1.1",
                "0x7f.1",
                "*",
                "1-2.3.4.5",
                "256.1.1.1",
                "1.2.3.4.5",
                "1.2.3.4 ",
                " 1.2.3.4",
                "fe80::1%eth0",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7:8:9",
                "1:2",
                "::1.2.3",
                "17.230.206.1::9",
                "12345::",
                "::g",
                "1.2.3.4/8",
                "localhost",
                "１.2.3.4",
                "1:2:3:4:5:6:7:8::"
            })
    void whatOthersReadDifferentlyIsRefused(String text) {
        assertThatThrownBy(() -> Address.parse(text)).hasMessageContaining("The address (");
    }

    @Test
    void blocksAgreeWithTheLibrary() {
        Gen.forAll(
                3_000,
                gen -> {
                    Cidr a = block(gen);
                    Cidr b =
                            gen.chance(0.5)
                                    ? block(gen)
                                    : new Cidr(a.last(), gen.between(0, a.first().bits()));
                    assertThat(a).hasToString(oracle(a).toCanonicalString());
                    assertThat(Cidr.parse(a.toString())).isEqualTo(a);
                    assertThat(a.last())
                            .hasToString(
                                    oracle(a).getUpper().withoutPrefixLength().toCanonicalString());
                    assertThat(a.contains(b))
                            .as("%s in %s", b, a)
                            .isEqualTo(oracle(a).contains(oracle(b)));
                    assertThat(a.overlaps(b)).as("%s %s", a, b).isEqualTo(meet(a, b));
                    assertThat(a.contains(b.first()))
                            .as("start of %s in %s", b, a)
                            .isEqualTo(oracle(a).contains(oracle(b.first().asBlock())));
                });
    }

    /// The library turns one family into the other before it intersects.
    private static boolean meet(Cidr a, Cidr b) {
        return a.first().v6() == b.first().v6() && oracle(a).intersect(oracle(b)) != null;
    }

    @Test
    void neighboursAndOffsetsAreThoseOfTheNumbers() {
        Gen.forAll(
                3_000,
                gen -> {
                    Address a = address(gen);
                    BigInteger size = BigInteger.TWO.pow(a.bits());
                    assertThat(number(a.next())).isEqualTo(number(a).add(BigInteger.ONE).mod(size));
                    assertThat(a.next().previous()).isEqualTo(a);
                    Cidr block = new Cidr(a, gen.between(0, a.bits()));
                    Address target =
                            a.v6()
                                    ? new Address(true, bits(gen), bits(gen))
                                    : Address.parse(v4(gen));
                    assertThat(number(target.offsetBy(block.first(), a)))
                            .isEqualTo(
                                    number(target)
                                            .add(number(a))
                                            .subtract(number(block.first()))
                                            .mod(size));
                });
    }

    private static BigInteger number(Address address) {
        return oracle(address.asBlock()).getLower().getValue();
    }

    @Test
    void orderIsThatOfTheNumbersWithinAFamily() {
        Gen.forAll(
                2_000,
                gen -> {
                    Address a = address(gen);
                    Address b = address(gen);
                    int expected =
                            a.v6() == b.v6()
                                    ? number(a).compareTo(number(b))
                                    : Boolean.compare(a.v6(), b.v6());
                    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
                });
    }

    @Test
    void familiesNeverMeet() {
        assertThat(Cidr.all(false).contains(Address.parse("::1"))).isFalse();
        assertThat(Cidr.all(true).overlaps(Cidr.all(false))).isFalse();
        assertThat(Cidr.parse("::ffff:10.0.0.0/104").contains(Address.parse("10.0.0.1"))).isFalse();
    }

    @Test
    void hostBitsAreClearedAndNoticed() {
        assertThat(Cidr.parse("10.1.2.3/24")).isEqualTo(Cidr.parse("10.1.2.0/24"));
        assertThat(Cidr.isCanonical("10.1.2.3/24")).isFalse();
        assertThat(Cidr.isCanonical("10.1.2.0/24")).isTrue();
        for (String wrong :
                List.of("10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "::/129", "/8", "10.0.0.0/-1")) {
            assertThatThrownBy(() -> Cidr.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
