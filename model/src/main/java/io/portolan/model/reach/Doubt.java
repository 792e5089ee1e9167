package io.portolan.model.reach;

import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A policy, or one rule of it, that may count or not. Why, is only worked out for whoever asks.
record Doubt(Policy policy, Optional<Rule> rule) {
    static List<Doubt> about(Policy policy, Rule rule) {
        return List.of(new Doubt(policy, Optional.of(rule)));
    }

    Stream<String> reasons(Sight sight) {
        return Stream.concat(
                sight.subject().isEmpty()
                        ? Stream.empty()
                        : Doubts.governs(policy.subject(), sight).stream(),
                rule.stream().flatMap(r -> Doubts.matches(r.match(), sight).stream()));
    }
}
