package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

class PaintersTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    @Test
    void pngHasTheSizeOfTheDrawing() throws IOException {
        Files.createDirectories(SHOTS);
        for (Picture picture : HybridBank.inBothThemes().toList()) {
            String name = "picture-" + picture.palette().name().toLowerCase(Locale.ROOT) + ".png";
            try (OutputStream out = Files.newOutputStream(SHOTS.resolve(name))) {
                new PngPainter(2).paint(picture, out);
            }
            assertThat(SHOTS.resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void svgIsTheSameEveryTime() throws IOException {
        String svg = new SvgPainter().paint(Picture.of(HybridBank.input(), Palette.LIGHT));
        Files.createDirectories(SHOTS);
        Files.writeString(SHOTS.resolve("picture.svg"), svg);
        assertThat(new SvgPainter().paint(Picture.of(HybridBank.input(), Palette.LIGHT)))
                .isEqualTo(svg);
    }

    @Test
    void pdfIsTheSameEveryTime() throws IOException {
        assertThat(pdf()).isEqualTo(pdf());
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfPainter().paint(Picture.of(HybridBank.input(), Palette.LIGHT), out);
        return out.toByteArray();
    }
}
