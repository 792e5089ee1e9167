/// Which way packets go: the tables of the devices, what lies behind an interface, and which
/// devices the needed connections cross.
@NullMarked
package io.portolan.model.compile.route;

import org.jspecify.annotations.NullMarked;
