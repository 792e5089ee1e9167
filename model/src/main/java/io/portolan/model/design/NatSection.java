package io.portolan.model.design;

/// The sections of an ASA's translations, asked one after the other. In `OBJECT` static ones come
/// before dynamic ones, then fewer real addresses, the lower address, the name.
public enum NatSection {
    MANUAL,
    OBJECT,
    AFTER_AUTO
}
