package io.portolan.model.compile;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.List;
import java.util.Set;

/// The words that the compilers write plans in.
final class Terms {
    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";
    static final String NAME = "name";
    static final double UNSET = Double.POSITIVE_INFINITY;
    static final Action ALLOW = new Action.Allow();
    static final Action DENY = new Action.Deny(Refusal.DROP);
    static final Action PASS = new Action.Pass();
    static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);
    static final Discipline UNION = new Discipline.DenyOverrides();

    private Terms() {}

    static Match any() {
        return Match.any();
    }

    static Expr<Peer> pods() {
        return Expr.is(new Peer.OfKind(PeerKind.POD));
    }

    static Expr<Peer> label(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }

    /// Members of a mesh or of a cloud firewall's group.
    static Expr<Peer> group(String name) {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, name, new Text.Present()));
    }

    static Expr<Peer> at(List<Cidr> blocks) {
        return Expr.is(new Peer.At(blocks));
    }

    static Expr<Peer> principal(Text trustDomain, Text namespace, Text account) {
        return Expr.is(new Peer.Principal(trustDomain, namespace, account));
    }

    static Expr<Peer> authenticated() {
        return principal(new Text.Present(), new Text.Present(), new Text.Present());
    }

    static Expr<Traffic> to(Transport transport, PortSet ports) {
        return Expr.is(Traffic.to(transport, ports));
    }

    static Expr<Traffic> protocol(int number) {
        return Expr.is(new Traffic.IpProtocol(number));
    }

    static Expr<Passage> enters(String... names) {
        return Expr.is(new Passage.Enters(Set.of(names)));
    }

    static Expr<Passage> leaves(String... names) {
        return Expr.is(new Passage.Leaves(Set.of(names)));
    }

    /// The terms as a union; a single term stays itself.
    static <A> Expr<A> union(List<Expr<A>> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Expr.AnyOf<>(terms);
    }

    /// The terms as an intersection; a single term stays itself.
    static <A> Expr<A> both(List<Expr<A>> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Expr.AllOf<>(terms);
    }

    static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }

    static Remark flow(String id) {
        return new Remark(new Origin.Flow(id), "", false);
    }

    static Rule allow(String name, Match match, Remark remark) {
        return new Rule(name, match, ALLOW, remark);
    }

    static Rule deny(String name, Match match, Remark remark) {
        return new Rule(name, match, DENY, remark);
    }

    static Policy policy(String name, Expr<Peer> subject, PolicyMode mode, List<Rule> rules) {
        return new Policy(name, UNSET, subject, mode, rules, builtIn("derived from the flows"));
    }

    /// An access list: one policy that governs everything.
    static Block list(String name, Action otherwise, List<Rule> rules) {
        Policy policy =
                new Policy(
                        name, UNSET, Expr.any(), PolicyMode.ISOLATES, rules, builtIn("the list"));
        return new Block(name, FIRST, List.of(policy), otherwise);
    }

    /// The design does not say which of allow and deny it is.
    static Action either(String why) {
        return new Action.Either(why, List.of(ALLOW, DENY));
    }
}
