package io.portolan.app.ui.canvas;

/// What one frame took: calls to the graphics context, and items that were in sight. Numbers
/// without noise, unlike times.
public record Tally(int calls, int containers, int edges, int nodes) {}
