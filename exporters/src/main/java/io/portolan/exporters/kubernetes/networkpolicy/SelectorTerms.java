package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.manifest.Conjunctions.Literal;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.LabelSelector.Operator;
import io.portolan.exporters.manifest.LabelSelector.Requirement;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One conjunction of the plan, sorted into the selectors and address blocks that a NetworkPolicy
/// knows.
final class SelectorTerms {
    private static final String USE_OTHERS =
            "Use a dialect that knows it (Cilium, Calico, the mesh), or select by labels or"
                    + " blocks.";

    private final String cluster;
    private final List<Requirement> namespaces = new ArrayList<>();
    private final List<Requirement> pods = new ArrayList<>();
    private final List<Cidr> blocks = new ArrayList<>();
    private final List<Cidr> except = new ArrayList<>();
    private boolean onlyPods;
    private boolean addressed;

    private SelectorTerms(String cluster) {
        this.cluster = cluster;
    }

    static SelectorTerms of(List<Literal<Peer>> conjunction, String cluster) {
        SelectorTerms terms = new SelectorTerms(cluster);
        conjunction.forEach(terms::add);
        return terms;
    }

    LabelSelector namespaces() {
        return new LabelSelector(namespaces);
    }

    LabelSelector pods() {
        return new LabelSelector(pods);
    }

    boolean isEverybody() {
        return !onlyPods && !addressed && namespaces.isEmpty() && pods.isEmpty();
    }

    boolean isAddressed() {
        return addressed;
    }

    boolean selectsPods() {
        return onlyPods || !namespaces.isEmpty() || !pods.isEmpty();
    }

    List<Cidr> blocks() {
        return blocks;
    }

    List<Cidr> except() {
        return except;
    }

    private void add(Literal<Peer> literal) {
        switch (literal) {
            case Literal.Holds<Peer>(var atom) -> holds(atom);
            case Literal.Fails<Peer>(var atom) -> fails(atom);
            case Literal.Undecided<Peer>(var reason) ->
                    throw new Unwritable("it is not known who is meant: " + reason, USE_OTHERS);
        }
    }

    private void holds(Peer atom) {
        switch (atom) {
            case Peer.OfKind(PeerKind kind) -> kind(kind);
            case Peer.Labelled(var owner, var key, var value) -> labelled(owner, key, value);
            case Peer.At(var found) -> at(found);
            case Peer.Principal _ -> throw refused("identities");
            case Peer.Relative _ -> throw refused("positions relative to the pod");
            case Peer.Domain _ -> throw refused("DNS names");
        }
    }

    private void fails(Peer atom) {
        switch (atom) {
            case Peer.At(var found) -> except.addAll(found);
            case Peer.Labelled(var owner, var key, Text.Present _) ->
                    require(owner, new Requirement(key, Operator.DOES_NOT_EXIST, Set.of()));
            case Peer.Labelled(var owner, var key, var value) ->
                    require(owner, new Requirement(key, Operator.NOT_IN, values(value)));
            case Peer.OfKind _ -> throw refused("everybody except a kind of peers");
            case Peer.Principal _ -> throw refused("identities");
            case Peer.Relative _ -> throw refused("positions relative to the pod");
            case Peer.Domain _ -> throw refused("DNS names");
        }
    }

    private void kind(PeerKind kind) {
        switch (kind) {
            case POD -> onlyPods = true;
            case EXTERNAL, MACHINE -> addressed = true;
            case NODE, HOST_POD -> throw refused("nodes");
        }
    }

    /// Several blocks of one conjunction must all hold: what they have in common.
    private void at(List<Cidr> found) {
        if (blocks.isEmpty()) {
            blocks.addAll(found);
        } else {
            List<Cidr> common = new ArrayList<>();
            for (Cidr a : blocks) {
                found.stream().filter(a::overlaps).forEach(b -> common.add(a.contains(b) ? b : a));
            }
            blocks.clear();
            blocks.addAll(common);
        }
        addressed = true;
    }

    private void labelled(LabelOwner owner, String key, Text value) {
        if (owner == LabelOwner.CLUSTER) {
            checkOwnCluster(value);
        } else if (value instanceof Text.Present) {
            require(owner, new Requirement(key, Operator.EXISTS, Set.of()));
        } else {
            require(owner, new Requirement(key, Operator.IN, values(value)));
        }
    }

    private void checkOwnCluster(Text value) {
        onlyPods = true;
        if (!value.equals(new Text.Exact(cluster))) {
            throw refused("pods of another cluster");
        }
    }

    private void require(LabelOwner owner, Requirement requirement) {
        switch (owner) {
            case NAMESPACE -> namespaces.add(requirement);
            case WORKLOAD -> pods.add(requirement);
            case SERVICE_ACCOUNT -> throw refused("service accounts");
            case NODE -> throw refused("nodes");
            case CLUSTER -> throw refused("pods of another cluster");
            case SEGMENT, GROUP -> throw refused("network segments and groups");
        }
    }

    private static Set<String> values(Text text) {
        return switch (text) {
            case Text.Exact(var value) -> Set.of(value);
            case Text.OneOf(var values) -> values;
            case Text.Present _ -> Set.of();
            case Text.Prefix _, Text.Suffix _, Text.Contains _, Text.Under _, Text.Regex _ ->
                    throw refused("parts of label values");
        };
    }

    private static Unwritable refused(String what) {
        return new Unwritable("NetworkPolicy does not know " + what, USE_OTHERS);
    }
}
