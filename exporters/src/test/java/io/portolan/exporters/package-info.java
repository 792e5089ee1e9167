/// Tests over all dialects.
@NullMarked
package io.portolan.exporters;

import org.jspecify.annotations.NullMarked;
