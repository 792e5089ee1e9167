package io.portolan.exporters.netns;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.net.Address;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The small design of the packet tests, in IPv4 or IPv6: clients, servers and an outside around
/// one firewall with rules, flows, and translations of both ends.
record LabDesign(CompiledDesign compiled, String family) {
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)(?:/(\\d+))?");

    /// What every host listens on.
    static final Map<String, List<Integer>> PORTS =
            Map.of(
                    "tcp",
                    List.of(22, 23, 443, 1000, 1001, 1015, 1031, 5432, 7000, 8000, 8443, 15443),
                    "udp",
                    List.of(53, 123, 7000));

    /// `name` is that of a file beside this test, `platform` as the file names it, `family` is
    /// `IPv4` or `IPv6`.
    static LabDesign of(String name, String platform, String family) {
        String text = inFamily(text(name), family).replace("PLATFORM", platform);
        ReadDesign read = DesignReader.read(text);
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        return new LabDesign(PlanCompiler.compile(read.design().orElseThrow()), family);
    }

    private static String text(String name) {
        try (InputStream in = LabDesign.class.getResourceAsStream(name + ".portolan.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The hosts behind each interface.
    SequencedMap<String, List<Address>> hosts() {
        SequencedMap<String, List<Address>> hosts = new LinkedHashMap<>();
        hosts.put("clients", addresses("10.201.1.10", "10.201.1.12"));
        hosts.put("servers", addresses("10.201.2.10", "10.201.2.20"));
        hosts.put("outside", addresses("198.51.100.10", "198.51.100.66"));
        return hosts;
    }

    /// Addresses that exist by translation only.
    private List<Address> mapped() {
        return addresses("203.0.113.9", "203.0.113.10");
    }

    /// Every pair of hosts, and the translated addresses, on every port.
    List<Attempt> attempts() {
        return Stream.concat(direct().stream(), Attempt.to(hosts(), mapped(), PORTS).stream())
                .toList();
    }

    /// Without the translated addresses.
    List<Attempt> direct() {
        return Attempt.between(hosts(), PORTS);
    }

    private List<Address> addresses(String... texts) {
        return Stream.of(texts)
                .map(t -> inFamily(t, family).replace("\"", ""))
                .map(Address::parse)
                .toList();
    }

    /// Every address becomes one of IPv6 with the same numbers in it.
    private static String inFamily(String text, String family) {
        return family.equals("IPv4")
                ? text
                : ADDRESS.matcher(text)
                        .replaceAll(m ->
                                "\"fd00:%s:%s:%s::%s%s\""
                                        .formatted(
                                                m.group(1),
                                                m.group(2),
                                                m.group(3),
                                                m.group(4),
                                                length(m.group(5))));
    }

    private static String length(@Nullable String v4) {
        return v4 == null ? "" : "/" + (v4.equals("24") ? 64 : Integer.parseInt(v4) + 96);
    }
}
