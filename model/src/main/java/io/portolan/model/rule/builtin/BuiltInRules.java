package io.portolan.model.rule.builtin;

import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.RuleProvider;
import io.portolan.model.rule.builtin.addressing.AddressingRules;
import io.portolan.model.rule.builtin.cni.CniRules;
import io.portolan.model.rule.builtin.flow.FlowRules;
import io.portolan.model.rule.builtin.gateway.GatewayRules;
import io.portolan.model.rule.builtin.hygiene.HygieneRules;
import io.portolan.model.rule.builtin.legacy.LegacyRules;
import io.portolan.model.rule.builtin.mesh.MeshRules;
import io.portolan.model.rule.builtin.network.NetworkRules;
import io.portolan.model.rule.builtin.segmentation.SegmentationRules;

import java.util.List;
import java.util.stream.Stream;

/// Our own rules, category by category; each category lists its rules, one a line.
public final class BuiltInRules implements RuleProvider {
    @Override
    public List<DesignRule> rules() {
        return Stream.of(
                        AddressingRules.all(),
                        CniRules.all(),
                        FlowRules.all(),
                        GatewayRules.all(),
                        HygieneRules.all(),
                        LegacyRules.all(),
                        MeshRules.all(),
                        NetworkRules.all(),
                        SegmentationRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
