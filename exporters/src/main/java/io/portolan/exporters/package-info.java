/// The dialects that come with Portolan, and how to find them together with contributed ones.
@NullMarked
package io.portolan.exporters;

import org.jspecify.annotations.NullMarked;
