package io.portolan.exporters.spi;

import java.util.List;

/// Something of the plan that this language cannot say: which point and rule, why, the flows and
/// elements concerned (ids), and what to do instead.
public record Gap(String point, String rule, String why, List<String> about, String advice) {
    public Gap {
        about = List.copyOf(about);
    }
}
