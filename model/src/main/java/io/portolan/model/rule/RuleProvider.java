package io.portolan.model.rule;

import java.util.List;

/// Contributes rules; found with `ServiceLoader` on the class path.
public interface RuleProvider {
    List<DesignRule> rules();
}
