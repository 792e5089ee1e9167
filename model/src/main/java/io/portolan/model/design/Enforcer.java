package io.portolan.model.design;

/// An element that connections pass and that decides about them.
public sealed interface Enforcer extends Element
        permits Gateway, LoadBalancer, Router, Firewall, CloudFirewall {}
