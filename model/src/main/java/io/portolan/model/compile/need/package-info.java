/// What the flows need, and the words to say it in: who connects with whom once services, balancers
/// and gateways are resolved, and how a rule names the ends and the traffic.
@NullMarked
package io.portolan.model.compile.need;

import org.jspecify.annotations.NullMarked;
