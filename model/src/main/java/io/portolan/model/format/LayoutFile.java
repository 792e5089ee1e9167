package io.portolan.model.format;

import io.portolan.model.design.Box;
import io.portolan.model.design.ElementId;

import java.util.SequencedMap;

/// The keys of `name.layout.yaml`. `portolan` is the version of the form.
record LayoutFile(int portolan, SequencedMap<ElementId, Box> boxes) {}
