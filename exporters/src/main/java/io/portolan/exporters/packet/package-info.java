/// Rules of the plan as the boxes that packet filters write: address blocks, ports, interfaces.
@NullMarked
package io.portolan.exporters.packet;

import org.jspecify.annotations.NullMarked;
