package io.portolan.model.reach;

import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;

import java.util.List;

/// The port in a header, as far as it is one number. `Asked` is the axis of the question: whatever
/// port was dialled. `Ephemeral` is the client's own choice.
sealed interface PortView {
    /// From the first that Linux takes (ip_local_port_range) to the last of the dynamic ports of
    /// IANA, which others take: a filter that opens less is not sure to let answers pass.
    PortRange EPHEMERAL = new PortRange(32768, 65535);

    record Asked() implements PortView {}

    record Fixed(int number) implements PortView {}

    record Ephemeral() implements PortView {}

    static PortView asked() {
        return new Asked();
    }

    static PortView chosen() {
        return new Ephemeral();
    }

    /// On which ports of the axis the header shows one of `wanted`.
    default Truth in(PortSet wanted) {
        return switch (this) {
            case Asked _ -> Truth.on(wanted);
            case Fixed(int number) -> Truth.of(wanted.contains(number));
            case Ephemeral _ -> chosen(wanted);
        };
    }

    private static Truth chosen(PortSet wanted) {
        for (PortRange range : wanted.ranges()) {
            if (range.low() <= EPHEMERAL.low() && EPHEMERAL.high() <= range.high()) {
                return Truth.YES;
            }
            if (range.low() <= EPHEMERAL.high() && EPHEMERAL.low() <= range.high()) {
                return Truth.MAYBE;
            }
        }
        return Truth.NO;
    }

    /// The numbers that it may show, given which ports of the axis are meant.
    default PortSet seen(PortSet asked) {
        return switch (this) {
            case Asked _ -> asked;
            case Fixed(int number) -> PortSet.of(number);
            case Ephemeral _ -> new PortSet(List.of(EPHEMERAL));
        };
    }

    /// What a trace shows for it, given which ports of the axis are meant.
    default String text(PortSet asked) {
        return switch (this) {
            case Asked _ -> asked.equals(PortSet.ALL) ? "*" : asked.toString();
            case Fixed(int number) -> Integer.toString(number);
            case Ephemeral _ -> "ephemeral";
        };
    }
}
