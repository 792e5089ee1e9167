package io.portolan.model.compile;

import io.portolan.model.design.Design;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;

/// A design with what was derived from it: who exists, and everything that decides about their
/// connections.
public record CompiledDesign(Design design, Estate estate, EnforcementPlan plan) {}
