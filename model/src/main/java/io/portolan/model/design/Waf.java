package io.portolan.model.design;

import java.util.Optional;

/// A web application firewall in a gateway.
public record Waf(WafMode mode, Optional<String> ruleSet) {}
