package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
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
import java.util.Map;
import java.util.Optional;

/// The words that the estate is written in.
abstract class ScaleWords {
    static final Action ALLOW = new Action.Allow();
    static final Action DENY = new Action.Deny(Refusal.DROP);
    static final Action PASS = new Action.Pass();
    static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);
    static final Discipline UNION = new Discipline.DenyOverrides();
    static final Remark REMARK = new Remark(new Origin.Line("scale.yaml", 1), "", false);

    ScaleWords() {}

    static Match any() {
        return Match.any();
    }

    static Rule rule(String name, Match match, Action action) {
        return new Rule(name, match, action, REMARK);
    }

    static Policy policy(String name, Expr<Peer> subject, List<Rule> rules) {
        return new Policy(name, 1, subject, PolicyMode.ISOLATES, rules, REMARK);
    }

    static Expr<Peer> at(Cidr block) {
        return Expr.is(new Peer.At(List.of(block)));
    }

    static Forwarding.Interface at(String name, String segment, String address) {
        return new Forwarding.Interface(name, name, "", segment, Address.parse(address));
    }

    static Forwarding.Entry entry(String prefix, Forwarding.NextHop next) {
        return new Forwarding.Entry("", Cidr.parse(prefix), next);
    }

    static Expr<Traffic> tcp(int port) {
        return Expr.is(Traffic.to(Transport.TCP, PortSet.of(port)));
    }

    static Expr<Traffic> udp(int port) {
        return Expr.is(Traffic.to(Transport.UDP, PortSet.of(port)));
    }

    static Expr<Peer> podsOf(int c) {
        return Expr.allOf(
                Expr.is(new Peer.OfKind(PeerKind.POD)),
                labelled(LabelOwner.CLUSTER, "name", "c" + c));
    }

    static Expr<Peer> namespace(int c, int n) {
        return Expr.allOf(
                labelled(LabelOwner.CLUSTER, "name", "c" + c),
                labelled(LabelOwner.NAMESPACE, "name", "n" + n));
    }

    static Expr<Peer> labelled(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }

    /// Somebody without labels, identity and names.
    static Estate.Member member(String name, PeerKind kind, String segment, String block) {
        return new Estate.Member(
                name,
                kind,
                "",
                segment,
                List.of(Cidr.parse(block)),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
