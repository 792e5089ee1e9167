package io.portolan.exporters.manifest;

import io.portolan.exporters.manifest.LabelSelector.Operator;
import io.portolan.exporters.manifest.LabelSelector.Requirement;
import io.portolan.exporters.text.Yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Writes label selectors: one value as `matchLabels`, all else as `matchExpressions`.
public final class SelectorWriter {
    private SelectorWriter() {}

    public static Yaml write(LabelSelector selector) {
        TreeMap<String, String> labels = new TreeMap<>();
        List<Yaml> expressions = new ArrayList<>();
        for (Requirement requirement : selector.requirements()) {
            boolean plain =
                    requirement.operator() == Operator.IN
                            && requirement.values().size() == 1
                            && !labels.containsKey(requirement.key());
            if (plain) {
                labels.put(requirement.key(), requirement.values().iterator().next());
            } else {
                expressions.add(expression(requirement));
            }
        }
        Yaml.Mapping yaml = Yaml.map();
        yaml = labels.isEmpty() ? yaml : yaml.with("matchLabels", Yaml.sorted(labels));
        return expressions.isEmpty() ? yaml : yaml.with("matchExpressions", Yaml.list(expressions));
    }

    private static Yaml expression(Requirement requirement) {
        Yaml.Mapping yaml =
                Yaml.map()
                        .with("key", requirement.key())
                        .with("operator", requirement.operator().word());
        return requirement.values().isEmpty()
                ? yaml
                : yaml.with("values", Yaml.texts(List.copyOf(requirement.values())));
    }
}
