package io.portolan.model.reach;

/// For everybody at one end of connections the peers at the other, along the axis, as far as that
/// end decides it: a connection is allowed where the rows of both ends have each other. Everybody
/// of one class shares rows.
interface Side {
    int classOf(int number);

    int count();

    /// Who is in a class.
    Bits members(int known);

    Rows rows(int known);
}
