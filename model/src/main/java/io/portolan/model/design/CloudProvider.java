package io.portolan.model.design;

/// Public clouds.
public enum CloudProvider {
    AWS,
    AZURE,
    GCP,
    OTHER
}
