package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.clusterpolicy.PodFamilies;
import io.portolan.model.design.Service;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What selectors of Calico may ask about a cluster beyond Calico's own objects. `accounts` are the
/// labels of the service accounts that are known, by namespace and name.
public record CalicoScope(
        String cluster,
        PodFamilies families,
        Function<String, Map<String, String>> namespaceLabels,
        Map<Account, Map<String, String>> accounts,
        BiFunction<String, String, Optional<Service>> services) {
    public CalicoScope {
        accounts = Map.copyOf(accounts);
    }

    /// A service account, in the order of namespace and name.
    public record Account(String namespace, String name) implements Comparable<Account> {
        @Override
        public int compareTo(Account other) {
            int byNamespace = namespace.compareTo(other.namespace);
            return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
        }
    }
}
