/// Tests of boxes.
@NullMarked
package io.portolan.exporters.packet;

import org.jspecify.annotations.NullMarked;
