/// Linux Netfilter: the chains on its hooks, in the form that nftables and iptables share.
@NullMarked
package io.portolan.exporters.netfilter;

import org.jspecify.annotations.NullMarked;
