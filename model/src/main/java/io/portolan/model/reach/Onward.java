package io.portolan.model.reach;

import io.portolan.model.policy.Relay;

/// A relay that the client's proxy put in between, and what the client dialled. One endpoint may
/// hold several relays: which of them it is does not show in the header.
record Onward(Relay relay, Party dialled) {}
