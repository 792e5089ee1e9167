package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Namespace;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;
import io.portolan.model.rule.DesignIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Pods and policies about them, as a plan says it.
public final class Pods {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private Pods() {}

    /// The pods of a namespace with all of these labels.
    public static Expr<Peer> selected(
            Cluster cluster, Namespace namespace, Map<String, String> labels) {
        return selected(cluster, namespace.label(), labels);
    }

    /// The pods of the namespace of that name with all of these labels.
    public static Expr<Peer> selected(
            Cluster cluster, String namespace, Map<String, String> labels) {
        List<Expr<Peer>> terms = new ArrayList<>();
        terms.add(Expr.is(new Peer.OfKind(PeerKind.POD)));
        terms.add(label(LabelOwner.CLUSTER, "name", cluster.id().value()));
        terms.add(label(LabelOwner.NAMESPACE, NAMESPACE_NAME, namespace));
        new TreeMap<>(labels)
                .forEach((key, value) -> terms.add(label(LabelOwner.WORKLOAD, key, value)));
        return new Expr.AllOf<>(terms);
    }

    /// The pods of one workload or gateway.
    public static Expr<Peer> of(
            DesignIndex index, Cluster cluster, Namespace namespace, ElementId id) {
        return selected(cluster, namespace, index.labels(id));
    }

    private static Expr<Peer> label(LabelOwner owner, String key, String value) {
        return Expr.is(new Peer.Labelled(owner, key, new Text.Exact(value)));
    }

    /// A policy that closes its subject but for one rule.
    public static Policy allowing(String name, Expr<Peer> subject, Match match, Origin origin) {
        Remark remark = new Remark(origin, "", false);
        Rule rule = new Rule(name, match, new Action.Allow(), remark);
        return closing(name, subject, List.of(rule), origin);
    }

    /// A policy that closes its subject.
    public static Policy closing(String name, Expr<Peer> subject, Origin origin) {
        return closing(name, subject, List.of(), origin);
    }

    private static Policy closing(
            String name, Expr<Peer> subject, List<Rule> rules, Origin origin) {
        return new Policy(
                name,
                Double.POSITIVE_INFINITY,
                subject,
                PolicyMode.ISOLATES,
                rules,
                new Remark(origin, "", false));
    }
}
