package io.portolan.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Firewall;
import io.portolan.model.design.Kinds;

import org.junit.jupiter.api.Test;

import java.util.List;

final class PaletteViewModelTest {
    private final PaletteViewModel palette = new PaletteViewModel();

    @Test
    void everyKindIsInExactlyOneGroup() {
        List<Class<?>> offered = offered();
        assertThat(offered).doesNotHaveDuplicates();
        assertThat(offered).containsExactlyInAnyOrderElementsOf(Kinds.all());
    }

    @Test
    void searchFindsByNameAndNothingByNonsense() {
        palette.search().set("FIREW");
        assertThat(offered()).contains(Firewall.class).hasSizeLessThan(3);
        palette.search().set("zzz");
        assertThat(palette.found()).isEmpty();
    }

    private List<Class<?>> offered() {
        return palette.found().stream().<Class<?>>flatMap(g -> g.kinds().stream()).toList();
    }
}
