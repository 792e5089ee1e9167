package io.portolan.model.design;

/// An element at which connections begin or end.
public sealed interface Endpoint extends Element
        permits Workload,
                Service,
                Database,
                Mainframe,
                Appliance,
                VirtualMachine,
                ExternalApi,
                Internet,
                Client {}
