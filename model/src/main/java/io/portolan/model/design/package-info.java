/// The drawing: elements of every kind, links, flows and layout. Records are the schema.
@NullMarked
package io.portolan.model.design;

import org.jspecify.annotations.NullMarked;
