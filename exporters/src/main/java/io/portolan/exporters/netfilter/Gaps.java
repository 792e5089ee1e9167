package io.portolan.exporters.netfilter;

import io.portolan.exporters.spi.Gap;

import java.util.ArrayList;
import java.util.List;

/// What a language could not say of one device.
record Gaps(String language, List<Gap> all) {
    Gaps(String language) {
        this(language, new ArrayList<>());
    }

    /// `flow` is the flow concerned or "".
    void add(String point, String rule, String what, String flow) {
        all.add(
                new Gap(
                        point,
                        rule,
                        language + " cannot say: " + what,
                        flow.isEmpty() ? List.of() : List.of(flow),
                        "Write the rule with addresses and ports, or enforce it elsewhere."));
    }
}
