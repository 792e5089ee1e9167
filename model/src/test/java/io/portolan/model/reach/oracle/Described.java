package io.portolan.model.reach.oracle;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who an endpoint of a lab is, told label by label: `k=v` on the workload, `ns:k=v` on its
/// namespace, `group:name` for a group, `sa:name`, `port:name=8080`, `udp:name=53`, `dns:name`; and
/// facts: `realm:r`, `at:segment`, `on:node`, `listens:80`.
final class Described {
    private final String name;
    private final String namespace;
    private final Map<LabelOwner, Map<String, String>> labels = new EnumMap<>(LabelOwner.class);
    private final Map<String, List<Estate.NamedPort>> ports = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private String account;
    private String realm = "";
    private String attached;
    private Optional<String> host;
    private Optional<PortSet> listens = Optional.empty();

    Described(String name, String namespace, String segment, Optional<String> node) {
        this.name = name;
        this.namespace = namespace;
        account = name;
        attached = segment;
        host = node;
        Arrays.stream(LabelOwner.values()).forEach(owner -> labels.put(owner, new HashMap<>()));
        labels(LabelOwner.SEGMENT).put("name", segment);
        if (!namespace.isEmpty()) {
            labels(LabelOwner.NAMESPACE).put("kubernetes.io/metadata.name", namespace);
        }
    }

    private Map<String, String> labels(LabelOwner owner) {
        return labels.computeIfAbsent(owner, _ -> new HashMap<>());
    }

    void add(String label) {
        String value = label.substring(label.indexOf(':') + 1);
        switch (label.substring(0, Math.max(0, label.indexOf(':')))) {
            case "ns" -> put(LabelOwner.NAMESPACE, value);
            case "group" -> labels(LabelOwner.GROUP).put(value, "");
            case "sa" -> account = value;
            case "port" -> port(Transport.TCP, value);
            case "udp" -> port(Transport.UDP, value);
            case "dns" -> names.add(value);
            case "realm" -> realm = value;
            case "at" -> attached = value;
            case "on" -> host = Optional.of(value);
            case "listens" -> listens = Optional.of(PortSet.of(Integer.parseInt(value)));
            default -> put(LabelOwner.WORKLOAD, label);
        }
    }

    private void put(LabelOwner owner, String pair) {
        labels(owner).put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }

    private void port(Transport transport, String pair) {
        String[] words = pair.split("=", 2);
        ports.computeIfAbsent(words[0], _ -> new ArrayList<>())
                .add(new Estate.NamedPort(transport, Integer.parseInt(words[1])));
    }

    Estate.Member member(PeerKind kind, String address) {
        return new Estate.Member(
                name,
                kind,
                realm,
                attached,
                List.of(Cidr.parse(address)),
                labels,
                ports,
                identity(),
                host,
                names,
                listens);
    }

    private Optional<Estate.Identity> identity() {
        return namespace.isEmpty()
                ? Optional.empty()
                : Optional.of(new Estate.Identity("cluster.local", namespace, account));
    }
}
