/// iptables: the tables of `iptables-restore` and `ip6tables-restore`.
@NullMarked
package io.portolan.exporters.firewall.iptables;

import org.jspecify.annotations.NullMarked;
