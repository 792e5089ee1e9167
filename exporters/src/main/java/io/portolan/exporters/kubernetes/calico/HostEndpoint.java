package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.net.Address;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An interface of a node, or all of them (`*`), under policies. Rules elsewhere know it by its
/// `expectedIps` alone.
record HostEndpoint(
        String name,
        String node,
        String interfaceName,
        Map<String, String> labels,
        List<Address> expectedIps,
        List<String> profiles,
        Remark remark) {
    HostEndpoint {
        labels = Map.copyOf(labels);
        expectedIps = List.copyOf(expectedIps);
        profiles = List.copyOf(profiles);
    }

    /// The same with labels that its profiles bring; its own win.
    HostEndpoint with(Map<String, Profile> found) {
        Map<String, String> all = new TreeMap<>();
        profiles.stream()
                .flatMap(p -> Stream.ofNullable(found.get(p)))
                .forEach(p -> all.putAll(p.labels()));
        all.putAll(labels);
        return new HostEndpoint(name, node, interfaceName, all, expectedIps, profiles, remark);
    }
}
