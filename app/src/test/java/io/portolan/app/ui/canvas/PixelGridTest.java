package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelGridTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void linesBeginAndEndOnPixelsOfTheDevice(double scale) {
        PixelGrid pixels = new PixelGrid(scale);
        for (double at = 0; at < 20; at += 0.37) {
            double begin = pixels.snap(at) * scale;
            double end = (pixels.snap(at) + pixels.width(1.7)) * scale;
            assertThat(begin).isCloseTo(Math.rint(begin), within(1e-9));
            assertThat(end).isCloseTo(Math.rint(end), within(1e-9));
            assertThat(end - begin).isGreaterThan(0.99);
            assertThat(pixels.cover(at)).isGreaterThanOrEqualTo(at - 1e-9);
        }
    }
}
