package io.portolan.exporters.spi;

/// One file that was read: its name as findings shall show it, and its bytes as text.
public record Source(String name, String text) {}
