package io.portolan.samples;

import java.util.List;

/// A design to begin with: its name is that of its folder and files. `files` are all files that
/// belong to it, relative to its folder.
public record Sample(String name, String title, String summary, List<String> files) {
    public Sample {
        files = List.copyOf(files);
    }

    /// The file of the design.
    public String designFile() {
        return name + ".portolan.yaml";
    }

    /// The file of the positions.
    public String layoutFile() {
        return name + ".layout.yaml";
    }

    /// The page that tells its story and explains its findings.
    public String page() {
        return "README.md";
    }
}
