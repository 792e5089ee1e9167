/// Tests of nftables.
@NullMarked
package io.portolan.exporters.firewall.nftables;

import org.jspecify.annotations.NullMarked;
