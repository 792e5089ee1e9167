package io.portolan.model.compile.need;

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
public final class Terms {
    /// The label that Kubernetes gives every namespace.
    public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    /// The label under which clusters, segments and accounts carry their names.
    public static final String NAME = "name";

    /// The order of a policy that has none.
    public static final double UNSET = Double.POSITIVE_INFINITY;

    /// The connection passes.
    public static final Action ALLOW = new Action.Allow();

    /// The connection is dropped without a word.
    public static final Action DENY = new Action.Deny(Refusal.DROP);

    /// This block has no opinion; the next one is asked.
    public static final Action PASS = new Action.Pass();

    /// The first rule that matches decides.
    public static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);

    /// Policies add up; what denies wins.
    public static final Discipline UNION = new Discipline.DenyOverrides();

    private Terms() {}

    /// Every packet.
    public static Match any() {
        return Match.any();
    }

    /// Every pod of every cluster.
    public static Expr<Peer> pods() {
        return Expr.is(new Peer.OfKind(PeerKind.POD));
    }

    /// Whoever carries a label with this value.
    public static Expr<Peer> label(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }

    /// Members of a mesh or of a cloud firewall's group.
    public static Expr<Peer> group(String name) {
        return Expr.is(new Peer.Labelled(LabelOwner.GROUP, name, new Text.Present()));
    }

    /// Whoever has an address in one of the blocks.
    public static Expr<Peer> at(List<Cidr> blocks) {
        return Expr.is(new Peer.At(blocks));
    }

    /// Whoever proves an identity of this kind.
    public static Expr<Peer> principal(Text trustDomain, Text namespace, Text account) {
        return Expr.is(new Peer.Principal(trustDomain, namespace, account));
    }

    /// Whoever proves any identity.
    public static Expr<Peer> authenticated() {
        return principal(new Text.Present(), new Text.Present(), new Text.Present());
    }

    /// Traffic to these ports, from any.
    public static Expr<Traffic> to(Transport transport, PortSet ports) {
        return Expr.is(Traffic.to(transport, ports));
    }

    /// All traffic of an IP protocol.
    public static Expr<Traffic> protocol(int number) {
        return Expr.is(new Traffic.IpProtocol(number));
    }

    /// What comes in through one of the interfaces or zones.
    public static Expr<Passage> enters(String... names) {
        return Expr.is(new Passage.Enters(Set.of(names)));
    }

    /// What goes out through one of the interfaces or zones.
    public static Expr<Passage> leaves(String... names) {
        return Expr.is(new Passage.Leaves(Set.of(names)));
    }

    /// The terms as a union; a single term stays itself.
    public static <A> Expr<A> union(List<Expr<A>> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Expr.AnyOf<>(terms);
    }

    /// The terms as an intersection; a single term stays itself.
    public static <A> Expr<A> both(List<Expr<A>> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Expr.AllOf<>(terms);
    }

    /// The origin of a rule that comes with the system.
    public static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }

    static Remark flow(String id) {
        return new Remark(new Origin.Flow(id), "", false);
    }

    /// A rule that lets its packets pass.
    public static Rule allow(String name, Match match, Remark remark) {
        return new Rule(name, match, ALLOW, remark);
    }

    /// A rule that drops its packets.
    public static Rule deny(String name, Match match, Remark remark) {
        return new Rule(name, match, DENY, remark);
    }

    /// A policy that was derived from the flows.
    public static Policy policy(
            String name, Expr<Peer> subject, PolicyMode mode, List<Rule> rules) {
        return new Policy(name, UNSET, subject, mode, rules, builtIn("derived from the flows"));
    }

    /// An access list: one policy that governs everything.
    public static Block list(String name, Action otherwise, List<Rule> rules) {
        Policy policy =
                new Policy(
                        name, UNSET, Expr.any(), PolicyMode.ISOLATES, rules, builtIn("the list"));
        return new Block(name, FIRST, List.of(policy), otherwise);
    }

    /// The design does not say which of allow and deny it is.
    public static Action either(String why) {
        return new Action.Either(why, List.of(ALLOW, DENY));
    }
}
