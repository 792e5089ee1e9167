package io.portolan.exporters.netfilter;

import io.portolan.exporters.text.NameShortener;

import java.util.HashMap;
import java.util.Map;

/// Names of chains. None is that of a hook or a target, and no two chains have one.
final class ChainNames {
    private final NameShortener names = new NameShortener(Language.LONGEST_CHAIN, "[^A-Za-z0-9_]");
    private final Map<String, Integer> asked = new HashMap<>();

    /// A name like that of the list, which no other list has.
    String of(String list) {
        int times = asked.merge(list, 1, Integer::sum);
        return names.shorten("c_" + list + (times == 1 ? "" : "_" + times));
    }
}
