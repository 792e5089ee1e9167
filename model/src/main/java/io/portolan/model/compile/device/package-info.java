/// What routers and firewalls let pass and translate, each vendor in its own order.
@NullMarked
package io.portolan.model.compile.device;

import org.jspecify.annotations.NullMarked;
