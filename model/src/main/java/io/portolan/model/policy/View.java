package io.portolan.model.policy;

/// The header as it is now, or as it arrived at the device.
public enum View {
    CURRENT,
    ORIGINAL
}
