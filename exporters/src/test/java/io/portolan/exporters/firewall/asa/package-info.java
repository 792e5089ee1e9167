/// Tests of ASA.
@NullMarked
package io.portolan.exporters.firewall.asa;

import org.jspecify.annotations.NullMarked;
