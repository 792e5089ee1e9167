package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Text;

import java.util.List;

/// A test on the labels of an endpoint or set in Calico's selector language. Without the label,
/// every test on it fails and every negated one (`!=`, `not in`) holds.
sealed interface Selector {
    /// `all()`, or nothing written.
    record All() implements Selector {}

    /// `global()`: whatever is in no namespace.
    record Global() implements Selector {}

    /// The label is there and its value fulfils the test.
    record Label(String key, Text value) implements Selector {}

    record Not(Selector term) implements Selector {}

    record And(List<Selector> terms) implements Selector {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<Selector> terms) implements Selector {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /// Both must hold.
    default Selector and(Selector other) {
        return new And(List.of(this, other));
    }
}
