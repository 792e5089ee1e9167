package io.portolan.model.compile;

import io.portolan.model.compile.ground.Device;
import io.portolan.model.compile.route.NatOrder;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.NatRule;

import java.util.List;

/// The translations of a firewall in the order in which its platform asks them. The plan has a
/// table for each direction; who writes one list for both needs the order between the two as well.
public final class AskedTranslations {
    private AskedTranslations() {}

    public static List<NatRule> of(Firewall firewall) {
        return NatOrder.drawn(Device.of(firewall));
    }
}
