package io.portolan.model.reach;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the policies of a block that may govern an endpoint, without asking each of them.
final class PolicyIndex {
    private static final int WORTH_INDEXING = 16;

    private final Roster roster;
    private final PeerIndex peers;
    private final IdentityHashMap<Block, List<Policy>> enforced = new IdentityHashMap<>();
    private final IdentityHashMap<Block, Map<Integer, List<Policy>>> byMember =
            new IdentityHashMap<>();

    PolicyIndex(Roster roster, PeerIndex peers) {
        this.roster = roster;
        this.peers = peers;
    }

    /// After an edit: what is known of these blocks is still so.
    synchronized PolicyIndex keeping(Collection<Block> blocks) {
        PolicyIndex kept = new PolicyIndex(roster, peers);
        for (Block block : blocks) {
            if (enforced.containsKey(block)) {
                kept.enforced.put(block, enforced.getOrDefault(block, List.of()));
            }
            if (byMember.containsKey(block)) {
                kept.byMember.put(block, new HashMap<>(byMember.getOrDefault(block, Map.of())));
            }
        }
        return kept;
    }

    /// In the order of the block, without those that are only shown.
    List<Policy> mayGovern(Block block, Sight sight) {
        List<Policy> policies = enforced(block);
        if (policies.size() < WORTH_INDEXING || sight.subject().isEmpty()) {
            return policies;
        }
        Optional<Integer> number = roster.number(sight.subject().get().name());
        return number.isEmpty() ? policies : governing(block, policies, number.get());
    }

    private synchronized List<Policy> enforced(Block block) {
        return enforced.computeIfAbsent(
                block,
                b ->
                        b.policies().stream()
                                .filter(policy -> policy.mode() != PolicyMode.SHADOW)
                                .toList());
    }

    private synchronized List<Policy> governing(Block block, List<Policy> policies, int number) {
        return byMember.computeIfAbsent(block, _ -> new HashMap<>())
                .computeIfAbsent(number, n -> selecting(policies, n));
    }

    private List<Policy> selecting(List<Policy> policies, int number) {
        List<Policy> selecting = new ArrayList<>();
        for (Policy policy : policies) {
            if (peers.of(policy.subject()).possibly().has(number)) {
                selecting.add(policy);
            }
        }
        return selecting;
    }
}
