package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetailTest {
    @Test
    void detailFollowsTheWidthOfANode() {
        assertThat(Detail.at(1, Detail.FULL)).isEqualTo(Detail.FULL);
        assertThat(Detail.at(0.4, Detail.NAME)).isEqualTo(Detail.NAME);
        assertThat(Detail.at(0.15, Detail.BOX)).isEqualTo(Detail.BOX);
        assertThat(Detail.at(0.03, Detail.OUTLINE)).isEqualTo(Detail.OUTLINE);
    }

    @Test
    void detailStaysNearABorderWhateverSideOneComesFrom() {
        double border = 90.0 / 160;
        assertThat(Detail.at(border * 0.97, Detail.FULL)).isEqualTo(Detail.FULL);
        assertThat(Detail.at(border * 1.03, Detail.NAME)).isEqualTo(Detail.NAME);
        assertThat(Detail.at(border * 0.8, Detail.FULL)).isEqualTo(Detail.NAME);
        assertThat(Detail.at(border * 1.3, Detail.NAME)).isEqualTo(Detail.FULL);
    }
}
