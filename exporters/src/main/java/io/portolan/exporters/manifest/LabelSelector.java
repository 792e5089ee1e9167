package io.portolan.exporters.manifest;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A selector over labels: all requirements must hold; none of them: everything is selected.
public record LabelSelector(List<Requirement> requirements) {
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /// One condition. Without `values` it asks for the key alone.
    public record Requirement(String key, Operator operator, Set<String> values) {
        public Requirement {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }

    /// The operators of the API.
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        boolean takesValues() {
            return this == IN || this == NOT_IN;
        }
    }

    /// Reads `matchLabels` and `matchExpressions`; an absent selector selects everything.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static LabelSelector read(Part selector) {
        selector.checkKeys("matchLabels", "matchExpressions");
        List<Requirement> requirements = new ArrayList<>();
        Part labels = selector.get("matchLabels");
        labels.fields()
                .forEach((key, value) ->
                        requirements.add(
                                new Requirement(
                                        LabelSyntax.key(labels, key),
                                        Operator.IN,
                                        Set.of(LabelSyntax.value(value)))));
        for (Part expression : selector.get("matchExpressions").items()) {
            requirements.add(requirement(expression));
        }
        return new LabelSelector(requirements);
    }

    /// Reads plain labels, as `matchLabels` holds them; none select everything.
    public static LabelSelector ofLabels(Map<String, String> labels) {
        return new LabelSelector(
                labels.entrySet().stream()
                        .map(e -> new Requirement(e.getKey(), Operator.IN, Set.of(e.getValue())))
                        .toList());
    }

    private static Requirement requirement(Part expression) {
        expression.checkKeys("key", "operator", "values");
        String key = LabelSyntax.key(expression, expression.get("key").text(""));
        Operator operator = operator(expression.get("operator"));
        Set<String> values = new LinkedHashSet<>();
        expression.get("values").items().forEach(value -> values.add(LabelSyntax.value(value)));
        if (operator.takesValues() == values.isEmpty()) {
            throw new Part.Unfit(
                    expression,
                    "The operator %s of the key (%s) takes %s."
                            .formatted(
                                    operator.word(),
                                    key,
                                    operator.takesValues() ? "at least one value" : "no values"));
        }
        return new Requirement(key, operator, values);
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

    /// Whether labels fulfil every requirement.
    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> matches(requirement, labels));
    }

    private static boolean matches(Requirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.key());
        return switch (requirement.operator()) {
            case IN -> value != null && requirement.values().contains(value);
            case NOT_IN -> value == null || !requirement.values().contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
        };
    }

    /// The pods of a cluster that it selects, in one namespace or, where none is given, in all.
    public Expr<Peer> pods(String cluster, Optional<String> namespace) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(Expr.is(new Peer.OfKind(PeerKind.POD)));
        terms.add(labelled(LabelOwner.CLUSTER, "name", new Text.Exact(cluster)));
        namespace.ifPresent(n ->
                terms.add(
                        labelled(
                                LabelOwner.NAMESPACE,
                                "kubernetes.io/metadata.name",
                                new Text.Exact(n))));
        terms.addAll(over(LabelOwner.WORKLOAD));
        return new Expr.AllOf<>(terms);
    }

    /// The requirements as expressions over the labels of `owner`.
    public List<Expr<Peer>> over(LabelOwner owner) {
        return requirements.stream().map(r -> over(owner, r)).toList();
    }

    private static Expr<Peer> over(LabelOwner owner, Requirement r) {
        return switch (r.operator()) {
            case IN -> labelled(owner, r.key(), oneOf(r.values()));
            case NOT_IN -> Expr.not(labelled(owner, r.key(), oneOf(r.values())));
            case EXISTS -> labelled(owner, r.key(), new Text.Present());
            case DOES_NOT_EXIST -> Expr.not(labelled(owner, r.key(), new Text.Present()));
        };
    }

    private static Text oneOf(Set<String> values) {
        return values.size() == 1
                ? new Text.Exact(values.iterator().next())
                : new Text.OneOf(values);
    }

    private static Expr<Peer> labelled(LabelOwner owner, String key, Text value) {
        return Expr.is(new Peer.Labelled(owner, key, value));
    }
}
