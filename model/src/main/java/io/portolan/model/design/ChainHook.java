package io.portolan.model.design;

/// Where a base chain of Linux hangs, for packets that pass through.
public enum ChainHook {
    PREROUTING,
    FORWARD,
    POSTROUTING
}
