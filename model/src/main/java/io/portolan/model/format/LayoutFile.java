package io.portolan.model.format;

import io.portolan.model.design.Box;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.View;

import java.util.List;
import java.util.SequencedMap;

/// The keys of `name.layout.yaml`. `portolan` is the version of the form.
record LayoutFile(int portolan, SequencedMap<ElementId, Box> boxes, List<View> views) {}
