package io.portolan.model.design;

/// Router operating systems.
public enum RouterPlatform {
    IOS,
    NX_OS,
    EOS,
    JUNOS,
    FRR,
    OTHER
}
