package io.portolan.model.compile.route;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.ground.Vendor;
import io.portolan.model.design.NatKind;
import io.portolan.model.design.NatRule;
import io.portolan.model.design.NatSection;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/// The order in which a platform asks its translations, the same for both directions.
public final class NatOrder {
    private static final Address HIGHEST = Address.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private NatOrder() {}

    /// The rules in the order in which the device tries them, as it takes them.
    public static List<NatRule> of(Device device) {
        List<NatRule> drawn = drawn(device);
        return device.vendor() == Vendor.ASA
                ? drawn.stream().map(NatOrder::bothWays).toList()
                : drawn;
    }

    /// A static translation of the destination is one of the source as well on an ASA: what the
    /// host itself opens towards those who may dial it leaves by the address that they dial.
    private static NatRule bothWays(NatRule rule) {
        boolean isPair =
                rule.kind() == NatKind.DESTINATION
                        && rule.destinations().size() == 1
                        && rule.to()
                                .filter(to ->
                                        to.length() == rule.destinations().getFirst().length())
                                .isPresent();
        return isPair ? mirrored(rule) : rule;
    }

    private static NatRule mirrored(NatRule rule) {
        return new NatRule(
                rule.name(),
                NatKind.STATIC,
                rule.section(),
                rule.out(),
                rule.in(),
                rule.to().stream().toList(),
                rule.sources(),
                rule.protocol(),
                rule.ports(),
                rule.destinations().stream().findFirst(),
                rule.toPort());
    }

    /// The same order of the rules as they are drawn.
    public static List<NatRule> drawn(Device device) {
        return switch (device.vendor()) {
            case ASA -> sorted(device, asa());
            case SRX, ACCESS_LISTS -> sorted(device, Comparator.comparing(NatOrder::isDynamic));
            case LINUX, PAN_OS, FORTI_OS, JUNOS_FILTERS, UNKNOWN -> device.nat();
        };
    }

    private static List<NatRule> sorted(Device device, Comparator<NatRule> order) {
        return device.nat().stream().sorted(order).toList();
    }

    /// Static translation comes first with Junos and IOS.
    private static boolean isDynamic(NatRule rule) {
        return rule.kind() != NatKind.STATIC;
    }

    private static Comparator<NatRule> asa() {
        return Comparator.comparing(NatOrder::section)
                .thenComparing((a, b) -> section(a) == NatSection.OBJECT ? objects(a, b) : 0);
    }

    private static NatSection section(NatRule rule) {
        return rule.section().orElse(NatSection.MANUAL);
    }

    private static int objects(NatRule first, NatRule second) {
        return Comparator.comparing((NatRule rule) -> rule.kind() == NatKind.SOURCE)
                .thenComparing(NatOrder::size)
                .thenComparing(NatOrder::lowest)
                .thenComparing(NatRule::name)
                .compare(first, second);
    }

    /// How many real addresses the object stands for; none said is every address.
    private static BigInteger size(NatRule rule) {
        List<Cidr> real = real(rule);
        return real.isEmpty()
                ? BigInteger.ONE.shiftLeft(HIGHEST.bits() + 1)
                : real.stream()
                        .map(b -> BigInteger.ONE.shiftLeft(b.first().bits() - b.length()))
                        .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Address lowest(NatRule rule) {
        return real(rule).stream().map(Cidr::first).min(Comparator.naturalOrder()).orElse(HIGHEST);
    }

    /// A port forward is written at the object that it leads to.
    private static List<Cidr> real(NatRule rule) {
        return rule.kind() == NatKind.DESTINATION ? rule.to().stream().toList() : rule.sources();
    }
}
