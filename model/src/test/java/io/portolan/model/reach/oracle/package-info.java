/// Fixtures that the tests of all modules share.
///
/// What the plan leaves open, and how it stands:
/// - `ITS_NODE` is by address. Whoever exempts the resident node says `not Translated` where a
///   packet that was given the node's address must not count; no atom tells what a node originates.
/// - Replies mirror the way there; a guarded device that saw no request makes the answer undefined;
///   of equal-cost ways back the first is taken; a missing way back is a finding, no verdict.
/// - The oracle follows pools at both ends of each block only. The engine has sets, and cuts them
///   where any rule does.
/// - Overlapping address plans are told apart by realm; two realms that meet in one device are not.
/// - Relays do not rewrite host or path, and client certificates are no input.
/// - Undecided conditions at two points are independent: undefined where both are the same
///   schedule.
/// - A sidecar that routes HTTP by host is a service translation with a request; whole relations of
///   requests ask the path once for each kind of request.
/// - More than four policies of equal order are beyond the oracle, not beyond the engine.
@NullMarked
package io.portolan.model.reach.oracle;

import org.jspecify.annotations.NullMarked;
