package io.portolan.model.design;

/// A switch of a device. Absent, it stands as the device has it by default.
public enum Setting {
    ENABLED,
    DISABLED
}
