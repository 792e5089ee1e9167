package io.portolan.model.reach;

/// The ends of connections with what expressions mean of them: as the one that is governed, as a
/// peer that proves its identity, and as one that does not.
record Views(Stands stands, PeerIndex subjects, PeerIndex proven, PeerIndex plaintext) {
    static Views of(Stands stands) {
        EndFacts facts = new EndFacts(stands.parties());
        Kin own = new Kin(Extent.of(facts.everyone()), Extent.NONE);
        return new Views(
                stands,
                new PeerIndex(facts, PeerIndex.Proof.HELD, own),
                new PeerIndex(facts, PeerIndex.Proof.HELD, Kin.NONE),
                new PeerIndex(facts, PeerIndex.Proof.NONE, Kin.NONE));
    }

    /// Destinations are known by the identity they hold, sources by what they prove.
    PeerIndex peers(Lens lens) {
        return lens.isSubjectDestination() && !lens.identified() ? plaintext : proven;
    }
}
