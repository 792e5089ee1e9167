/// The files of a design: reading, writing, checking and keeping them. Records are the schema; this
/// is the only package that knows YAML, JSON and the file system.
@NullMarked
package io.portolan.model.format;

import org.jspecify.annotations.NullMarked;
