package io.portolan.model.reach;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Text;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/// What is known of ends for itself, by their numbers: labels, addresses, identities. Every
/// question is worked out once.
final class EndFacts {
    private record Key(LabelOwner owner, String key) {}

    private final List<Party> ends;
    private final Bits everyone;
    private final Map<Key, Map<String, Bits>> labels = new ConcurrentHashMap<>();
    private final Map<List<Cidr>, Extent> blocks = new ConcurrentHashMap<>();
    private @Nullable Map<String, Map<Identity, Bits>> byNamespace;
    private @Nullable AddressBits addresses;

    EndFacts(List<Party> ends) {
        this.ends = List.copyOf(ends);
        everyone = Bits.range(0, ends.size());
    }

    Bits everyone() {
        return everyone;
    }

    List<Party> ends() {
        return ends;
    }

    private Optional<Member> member(int number) {
        return ends.get(number).member();
    }

    Extent in(List<Cidr> wanted) {
        return blocks.computeIfAbsent(wanted, all -> addresses().in(all));
    }

    /// Many plans do not ask for addresses.
    private synchronized AddressBits addresses() {
        AddressBits known = addresses;
        if (known == null) {
            known = new AddressBits(ends);
            addresses = known;
        }
        return known;
    }

    Extent ofKind(PeerKind kind) {
        return Extent.of(where(i -> member(i).filter(m -> m.kind() == kind).isPresent()));
    }

    Extent domain(Text name) {
        return new Extent(
                where(i -> PeerAtoms.domain(name, member(i)).isAlways()),
                where(i -> !PeerAtoms.domain(name, member(i)).isNever()));
    }

    private Bits where(IntPredicate test) {
        return everyone.where(test);
    }

    /// Who holds an identity, whether or not it is proven.
    Bits holders(Peer.Principal principal) {
        Bits.Builder all = new Bits.Builder();
        if (principal.namespace() instanceof Text.Exact(var namespace)) {
            add(principal, identities().getOrDefault(namespace, Map.of()), all);
        } else {
            identities().values().forEach(held -> add(principal, held, all));
        }
        return all.build();
    }

    private static void add(Peer.Principal wanted, Map<Identity, Bits> held, Bits.Builder into) {
        held.forEach((identity, bits) -> {
            if (PeerAtoms.proves(wanted, identity)) {
                into.add(bits);
            }
        });
    }

    /// Who holds which identity, by namespace.
    private synchronized Map<String, Map<Identity, Bits>> identities() {
        Map<String, Map<Identity, Bits>> known = byNamespace;
        if (known == null) {
            Map<Identity, Bits.Builder> holders = new HashMap<>();
            for (int i = 0; i < ends.size(); i++) {
                Optional<Identity> who = ends.get(i).identity();
                if (who.isPresent()) {
                    holders.computeIfAbsent(who.get(), _ -> new Bits.Builder()).add(i);
                }
            }
            Map<String, Map<Identity, Bits>> made = new HashMap<>();
            holders.forEach((who, bits) ->
                    made.computeIfAbsent(who.namespace(), _ -> new HashMap<>())
                            .put(who, bits.build()));
            byNamespace = made;
            known = made;
        }
        return known;
    }

    Bits labelled(Peer.Labelled atom) {
        Map<String, Bits> byValue =
                labels.computeIfAbsent(new Key(atom.owner(), atom.key()), this::values);
        if (atom.value() instanceof Text.Exact(var wanted)) {
            return byValue.getOrDefault(wanted, Bits.NONE);
        }
        Bits.Builder all = new Bits.Builder();
        byValue.forEach((value, bits) -> {
            if (Texts.matches(atom.value(), value)) {
                all.add(bits);
            }
        });
        return all.build();
    }

    /// Who has which value of a label.
    private Map<String, Bits> values(Key key) {
        Map<String, Bits.Builder> builders = new HashMap<>();
        for (int i = 0; i < ends.size(); i++) {
            Optional<String> value = member(i).flatMap(m -> m.label(key.owner(), key.key()));
            if (value.isPresent()) {
                builders.computeIfAbsent(value.get(), _ -> new Bits.Builder()).add(i);
            }
        }
        Map<String, Bits> bits = new HashMap<>();
        builders.forEach((value, builder) -> bits.put(value, builder.build()));
        return bits;
    }
}
