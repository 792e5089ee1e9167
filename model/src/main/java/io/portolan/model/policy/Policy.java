package io.portolan.model.policy;

import java.util.List;

/// A named list of rules with the endpoints it governs (`any` on a device). `order`: lower first,
/// +infinity when unset.
public record Policy(
        String name,
        double order,
        Expr<Peer> subject,
        PolicyMode mode,
        List<Rule> rules,
        Remark remark) {
    public Policy {
        rules = List.copyOf(rules);
    }

    /// The same policy with other rules.
    public Policy with(List<Rule> others) {
        return new Policy(name, order, subject, mode, others, remark);
    }
}
