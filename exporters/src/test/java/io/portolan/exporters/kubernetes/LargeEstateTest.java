package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The estates of the benchmark, small: they are valid, and selectors find what they mean.
final class LargeEstateTest {
    /// At every proxy: what single pods, and what replicas send to their own address.
    private static final int LOOPBACK = 2;

    private static ImportResult read(LargeEstate estate) {
        ImportResult result = new KubernetesImporter().read(estate.of(500));
        assertThat(result.problems()).isEmpty();
        assertThat(result.design().observed().notAnalysed()).isEmpty();
        return result;
    }

    private static Policy policy(ImportResult result, String name) {
        return result.design().observed().points().stream()
                .map(EnforcementPoint::blocks)
                .flatMap(List::stream)
                .flatMap(block -> block.policies().stream())
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// How many sets or host endpoints a rule means besides pods.
    private static long named(Rule rule) {
        return rule.match().source() instanceof Expr.AnyOf<?>(var terms)
                ? terms.stream().filter(Expr.Named.class::isInstance).count()
                : 0;
    }

    @Test
    void selectorsOfCalicoFindWhatCarriesTheirLabels() {
        Policy policy = policy(read(LargeEstate.CALICO), "p7");
        assertThat(policy.rules()).extracting(LargeEstateTest::named).containsExactly(0L, 1L, 1L);
    }

    @Test
    void equalOrdersThatAllReleasesAskAlikeAreAskedOnce() {
        assertThat(LargeEstate.policies(read(LargeEstate.CALICO_ORDERS))).isEqualTo(500 + 2);
    }

    @Test
    void serversOfLinkerdDecideOnceEach() {
        ImportResult result = read(LargeEstate.LINKERD);
        assertThat(LargeEstate.policies(result)).isEqualTo(100 + 1 + LOOPBACK);
        assertThat(policy(result, "n0/s7").rules()).hasSize(1);
    }

    @Test
    void sidecarsOfIstioNameTheirHosts() {
        ImportResult result = read(LargeEstate.ISTIO);
        assertThat(LargeEstate.policies(result)).isEqualTo(250 + 2 * LOOPBACK);
        assertThat(policy(result, "n1/s60").rules()).hasSize(50 + 2 + 2);
    }
}
