/// nftables: one table with base chains for filters and translations.
@NullMarked
package io.portolan.exporters.firewall.nftables;

import org.jspecify.annotations.NullMarked;
