package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.LabelSelector.Operator;
import io.portolan.exporters.manifest.LabelSelector.Requirement;
import io.portolan.exporters.manifest.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads selectors, whose keys may begin with the source of the label (`k8s:`, `any:`,
/// `reserved:`).
final class LabelReader {
    private LabelReader() {}

    static LabelSelector read(Part selector) {
        List<Requirement> requirements = new ArrayList<>();
        selector.get("matchLabels")
                .strings()
                .forEach((k, v) -> requirements.add(new Requirement(k, Operator.IN, Set.of(v))));
        selector.get("matchExpressions").items().stream()
                .map(LabelReader::requirement)
                .forEach(requirements::add);
        return new LabelSelector(requirements);
    }

    private static Requirement requirement(Part expression) {
        String key = expression.get("key").text("");
        List<String> values = expression.get("values").texts();
        Operator operator = operator(expression.get("operator"));
        boolean asks = operator == Operator.IN || operator == Operator.NOT_IN;
        if (key.isEmpty() || asks == values.isEmpty()) {
            throw new Part.Unfit(
                    expression,
                    "A match expression needs a key, and values exactly for In and NotIn.");
        }
        return new Requirement(key, operator, Set.copyOf(values));
    }

    private static Operator operator(Part part) {
        for (Operator operator : Operator.values()) {
            if (operator.word().equals(part.text(""))) {
                return operator;
            }
        }
        throw new Part.Unfit(
                part,
                "The operator (%s) must be In, NotIn, Exists or DoesNotExist."
                        .formatted(part.text("")));
    }
}
