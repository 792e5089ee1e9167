package io.portolan.app.ui.action;

/// The menus, in their order.
public enum Section {
    FILE("File"),
    EDIT("Edit"),
    VIEW("View"),
    INSERT("Insert"),
    ARRANGE("Arrange"),
    FLOW("Flow"),
    CHECK("Check"),
    EXPORT("Export"),
    REVIEW("Review"),
    TOOLS("Tools"),
    HELP("Help");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
