package io.portolan.model.reach;

import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Translation;

/// Who there is, and how connections travel between them: what does not depend on what filters say.
/// `external` are members and classes of addresses that are nobody's here, `services` addresses
/// that lead to somebody else.
record Scene(
        Population population, Stands stands, Transits transits, Bits external, Bits services) {
    /// `guards` are of the plan of the parts.
    static Scene of(Parts parts, Population population, Views views, Guards guards) {
        Stands stands = views.stands();
        Bits dialled = dialled(parts, views);
        Travellers travellers = new Travellers(parts, views, dialled);
        return new Scene(
                population,
                stands,
                new Transits(parts, guards, travellers),
                Bits.range(0, population.size()).where(population::isExternal),
                stands.owners(dialled));
    }

    /// Addresses that a cluster translates when one of its members dials them, and that are
    /// nobody's.
    private static Bits dialled(Parts parts, Views views) {
        Stands stands = views.stands();
        Bits.Builder dialled = new Bits.Builder();
        for (NatTable table : parts.plan().tables(Hook.SERVICE)) {
            for (Translation t : table.translations()) {
                dialled.add(views.subjects().of(t.match().destination()).surely());
            }
        }
        return dialled.build().and(Bits.range(stands.firstOutside(), stands.known()));
    }
}
