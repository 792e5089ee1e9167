package io.portolan.model.policy;

/// How many labels a wildcard stands for.
public enum Depth {
    ONE_LABEL,
    ANY
}
