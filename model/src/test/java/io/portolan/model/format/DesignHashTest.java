package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.About;
import io.portolan.model.design.Box;
import io.portolan.model.design.Client;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class DesignHashTest {
    private static final ElementId BRANCH = ElementId.parse("branch");

    @Test
    void equalDesignsHaveEqualHashes() {
        assertThat(DesignHash.of(branch("Branch")))
                .isEqualTo(DesignHash.of(branch("Branch")))
                .matches("[0-9a-f]{12}");
    }

    @Test
    void anotherLabelGivesAnotherHash() {
        assertThat(DesignHash.of(branch("Branch"))).isNotEqualTo(DesignHash.of(branch("Office")));
    }

    @Test
    void movingABoxKeepsTheHash() {
        Design design = branch("Branch");
        Design moved = design.with(design.layout().with(Map.of(BRANCH, new Box(8, 16, 150, 50))));
        assertThat(DesignHash.of(moved)).isEqualTo(DesignHash.of(design));
    }

    private static Design branch(String label) {
        return Design.named("bank")
                .with(new Client(BRANCH, label, Optional.empty(), About.NOTHING, List.of()));
    }
}
