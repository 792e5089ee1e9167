package io.portolan.app.picture;

/// How much had to be drawn anew: boxes of elements, ways of lines, and lines with their signs and
/// labels.
public record Redrawn(int boxes, int ways, int edges) {}
