package io.portolan.model.rule.builtin.flow;

import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Hop;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header that a stage saw, read back from what its hop shows (`10.244.3.17 ->
/// 10.30.6.20:1414/tcp`); of an end with several addresses (`10.1.0.1-10.1.0.9,10.1.0.12`) the
/// first.
record Packet(Address source, Address destination, Optional<PortSet> ports, Protocol protocol) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<from>[^\\s,/-]+)\\S* -> "
                            + "(?:\\[(?<v6>[^],/-]+)[^]]*]|(?<v4>[^:/\\s,-]+)[^:\\s]*)"
                            + "(?::(?:\\*|(?<port>[0-9,-]+)))?/(?<protocol>\\w+)(?: .*)?");

    /// The header, unless an end is known by name only.
    static Optional<Packet> of(Hop hop) {
        Matcher parts = FORM.matcher(hop.seen());
        return parts.matches() ? read(parts) : Optional.empty();
    }

    private static Optional<Packet> read(Matcher parts) {
        try {
            String to = Optional.ofNullable(parts.group("v6")).orElse(parts.group("v4"));
            return Optional.of(
                    new Packet(
                            Address.parse(parts.group("from")),
                            Address.parse(to),
                            Optional.ofNullable(parts.group("port")).map(PortSet::parse),
                            Protocol.parse(parts.group("protocol"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
