/// Rules about gateways: encryption, server names, web application firewalls.
@NullMarked
package io.portolan.model.rule.builtin.gateway;

import org.jspecify.annotations.NullMarked;
