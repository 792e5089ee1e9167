package io.portolan.model.reach;

import java.util.List;

/// From where a translation is made: the addresses it may call its own (of the client's node, of
/// the interface), and the realm in which it knows others.
record Stand(List<Party> own, String realm) {}
