package io.portolan.model.policy;

/// How the policies of a block are combined.
public sealed interface Discipline {
    /// Policies by order, rules as listed; the first that matches decides.
    record FirstMatch(Ties ties) implements Discipline {}

    /// Any deny wins, else any allow. An allow whose L3/L4 part matches while its request part does
    /// not denies as well, even in an open policy. Without deny rules this is the plain union of
    /// allows.
    record DenyOverrides() implements Discipline {}

    /// Any allow wins, else any deny (AWS Network Firewall, default action order).
    record AllowOverrides() implements Discipline {}
}
