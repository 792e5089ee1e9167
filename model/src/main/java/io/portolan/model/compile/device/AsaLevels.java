package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.route.Crossing;
import io.portolan.model.design.Firewall;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding.Interface;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.List;

/// The security levels of an ASA: where no list judges what comes in, the higher level may talk to
/// the lower one. Equal levels, and the way in and out of one interface, are closed whatever the
/// lists say, unless same-security-traffic permits them: said in the design, or needed by a flow of
/// a firewall whose rules are derived. `listed` are the interfaces with a list.
record AsaLevels(Firewall firewall, List<Crossing> needed, List<Interface> listed) {
    static final String INTER = "same-security-traffic permit inter-interface";
    static final String INTRA = "same-security-traffic permit intra-interface";

    EnforcementPoint point(DevicePoints points, List<Interface> faces) {
        List<Rule> all = new ArrayList<>();
        for (Interface in : faces) {
            for (Interface out : faces) {
                if (opens(in, out)) {
                    all.add(pair(in, out));
                }
            }
        }
        return points.at(
                Slot.BEFORE_SNAT, Expr.any(), "levels", Terms.list("levels", Terms.DENY, all));
    }

    private boolean opens(Interface in, Interface out) {
        if (in.equals(out)) {
            return firewall.sameSecurityIntraInterface() || isNeeded(in, out);
        }
        if (level(in) == level(out)) {
            return firewall.sameSecurityInterInterface() || isNeeded(in, out);
        }
        return listed.contains(in) || level(in) > level(out);
    }

    private boolean isNeeded(Interface in, Interface out) {
        return needed.stream().anyMatch(c -> c.in().equals(in) && c.out().equals(out));
    }

    /// The default of a new interface: 100 if it is called `inside`, else 0.
    private int level(Interface face) {
        return firewall.interfaces().stream()
                .filter(i -> i.name().equals(face.name()))
                .flatMap(i -> i.securityLevel().stream())
                .findFirst()
                .orElse(face.name().equals("inside") ? 100 : 0);
    }

    private Rule pair(Interface in, Interface out) {
        Expr<Passage> through = Expr.allOf(Terms.enters(in.name()), Terms.leaves(out.name()));
        return Terms.allow(
                in.name() + " to " + out.name(),
                Terms.any().passing(through),
                Terms.builtIn(words(in, out)));
    }

    private String words(Interface in, Interface out) {
        if (in.equals(out)) {
            return INTRA;
        }
        return level(in) == level(out)
                ? INTER
                : "security level %d to %d".formatted(level(in), level(out));
    }
}
