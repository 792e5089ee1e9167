package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;

import java.util.List;

/// Takes the objects of some kinds into the estate that is being read.
interface KindReader {
    /// True for the objects that this reader takes.
    boolean reads(Manifest manifest);

    /// Takes one object.
    void read(Manifest manifest);

    /// Called once after all objects of this reader, before the readers after it.
    default void finish() {}

    /// True if an answer without a broken object of this kind would be a wrong answer. Others are
    /// only listed.
    default boolean decides() {
        return false;
    }

    /// True if the manifest is of that API group and one of the kinds.
    static boolean is(Manifest manifest, List<String> groups, List<String> kinds) {
        return kinds.contains(manifest.kind()) && groups.contains(manifest.group());
    }
}
