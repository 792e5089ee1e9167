package io.portolan.model.format;

import io.portolan.model.design.ElementId;
import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where everything stands in a file that was read: the place of the key of an element, flow, link,
/// policy, or of any value by its JSON pointer (`/elements/web/ports/0/port`).
public final class SourceMap {
    /// The map of a design that comes from no file.
    public static final SourceMap NONE = new SourceMap(new Mapping(Position.START, List.of()));

    private static final String ELEMENTS = "elements";
    private static final String FLOWS = "flows";
    private static final String LINKS = "links";

    private final YamlNode root;
    private final Map<String, Map<String, Entry>> sections = new HashMap<>();
    private final Map<String, Position> policies = new HashMap<>();

    SourceMap(YamlNode root) {
        this.root = root;
        List.of(ELEMENTS, FLOWS, LINKS).forEach(this::index);
        child(root, "observed").ifPresent(plan -> collectPolicies(plan.value()));
    }

    private void index(String section) {
        Map<String, Entry> entries = new HashMap<>();
        if (child(root, section).map(Entry::value).orElse(root) instanceof Mapping map) {
            map.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        }
        sections.put(section, entries);
    }

    private void collectPolicies(YamlNode node) {
        switch (node) {
            case Scalar _ -> {}
            case Sequence list -> list.items().forEach(this::collectPolicies);
            case Mapping map -> {
                map.find("policies").ifPresent(this::notePolicies);
                map.entries().forEach(entry -> collectPolicies(entry.value()));
            }
        }
    }

    private void notePolicies(YamlNode policies) {
        if (policies instanceof Sequence list) {
            for (YamlNode policy : list.items()) {
                if (policy instanceof Mapping map
                        && map.find("name").orElse(map) instanceof Scalar name) {
                    this.policies.putIfAbsent(name.text(), policy.at());
                }
            }
        }
    }

    public Optional<Position> element(ElementId id) {
        return at(ELEMENTS, id.value());
    }

    public Optional<Position> flow(String id) {
        return at(FLOWS, id);
    }

    public Optional<Position> link(String id) {
        return at(LINKS, id);
    }

    /// The first observed policy of that name.
    public Optional<Position> policy(String name) {
        return Optional.ofNullable(policies.get(name));
    }

    private Optional<Position> at(String section, String id) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(id))
                .map(entry -> entry.key().at());
    }

    /// The key of an element's component, such as `ports`.
    public Optional<Position> key(ElementId id, String component) {
        return find(Pointer.of(ELEMENTS, id.value(), component));
    }

    /// The key or item that a JSON pointer leads to.
    public Optional<Position> find(String pointer) {
        Optional<Entry> entry = Optional.empty();
        YamlNode node = root;
        for (String name : Pointer.names(pointer)) {
            entry = child(node, name);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            node = entry.get().value();
        }
        return entry.map(e -> e.key().at());
    }

    private static Optional<Entry> child(YamlNode node, String name) {
        return switch (node) {
            case Scalar _ -> Optional.empty();
            case Mapping map -> map.findEntry(name);
            case Sequence list -> item(list, name);
        };
    }

    private static Optional<Entry> item(Sequence list, String name) {
        if (!name.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(name) >= list.items().size()) {
            return Optional.empty();
        }
        YamlNode item = list.items().get(Integer.parseInt(name));
        return Optional.of(new Entry(new Scalar(item.at(), name, true), item));
    }
}
