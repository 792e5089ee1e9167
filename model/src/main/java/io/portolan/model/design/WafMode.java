package io.portolan.model.design;

/// What a WAF does with a bad request.
public enum WafMode {
    BLOCK,
    DETECT
}
