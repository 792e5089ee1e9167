/// Cisco ASA: interfaces, objects, access lists bound to interfaces, translations and routes.
@NullMarked
package io.portolan.exporters.firewall.asa;

import org.jspecify.annotations.NullMarked;
