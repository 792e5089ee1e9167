package io.portolan.model.format;

import io.portolan.model.design.Layout;
import io.portolan.model.format.YamlNode.Mapping;

/// Writes `name.layout.yaml`: one line for each element, sorted by id, so that moving a box changes
/// one line.
public final class LayoutWriter {
    private LayoutWriter() {}

    public static String write(Layout layout) {
        LayoutFile file = new LayoutFile(Migrations.CURRENT, layout.boxes(), layout.views());
        return YamlText.document((Mapping) RecordWriter.tree(file, LayoutFile.class), 1);
    }
}
