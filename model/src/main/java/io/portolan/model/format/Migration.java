package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Mapping;

/// One step from an older form of the file to the next. Works on the tree, since the records only
/// know the current form; positions stay, so that problems still point into the old text.
interface Migration {
    /// The version that this step reads; it writes the next one.
    int from();

    /// The same content in the next form. The version key is kept up to date by the caller.
    Mapping apply(Mapping old);
}
