package io.portolan.model.rule;

/// The families of rules, by the letters that their ids begin with.
public enum Category {
    IPM("Addressing"),
    NET("Network"),
    CNI("Cluster network"),
    SEG("Segmentation"),
    FLW("Flows"),
    MSH("Mesh"),
    RES("Resilience"),
    GWY("Gateways"),
    DNS("Names"),
    MCL("Several clusters"),
    CLD("Cloud firewalls"),
    LEG("Legacy"),
    HYG("Hygiene"),
    EXP("Export"),
    CMP("Compliance"),
    DRF("Drift");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
