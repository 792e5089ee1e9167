/// Tests of iptables.
@NullMarked
package io.portolan.exporters.firewall.iptables;

import org.jspecify.annotations.NullMarked;
