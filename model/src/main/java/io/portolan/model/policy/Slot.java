package io.portolan.model.policy;

/// The four filter slots of a device. The outgoing interface is known in the last two.
public enum Slot {
    BEFORE_DNAT,
    AFTER_DNAT,
    BEFORE_SNAT,
    AFTER_SNAT
}
