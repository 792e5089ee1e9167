package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.portolan.model.design.About;
import io.portolan.model.design.Design;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.Site;
import io.portolan.model.design.WorkloadKind;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

class PaintersTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    private final Picture bank = Picture.of(HybridBank.input(), Palette.LIGHT);

    @Test
    void pngHasTwoPixelsForEachUnit() throws IOException {
        Files.createDirectories(SHOTS);
        for (Picture picture : HybridBank.inBothThemes().toList()) {
            String name = "picture-" + picture.palette().name().toLowerCase(Locale.ROOT) + ".png";
            byte[] png = png(picture);
            Files.write(SHOTS.resolve(name), png);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            Area area = Page.of(picture).area();
            assertThat((double) image.getWidth()).isCloseTo(2 * area.width(), within(1.0));
            assertThat((double) image.getHeight()).isCloseTo(2 * area.height(), within(1.0));
        }
    }

    @Test
    void pngShowsGroundBoxesAndVerdicts() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(bank)));
        long colours = Arrays.stream(pixels(image)).distinct().count();
        assertThat(colours).isGreaterThan(100);
        assertThat(image.getRGB(1, 1) & 0xFFFFFF)
                .isEqualTo(Palette.LIGHT.of(Ink.CANVAS) & 0xFFFFFF);
        int deny = Palette.LIGHT.of(Ink.DENY) & 0xFFFFFF;
        assertThat(Arrays.stream(pixels(image)).anyMatch(rgb -> (rgb & 0xFFFFFF) == deny)).isTrue();
    }

    @Test
    void svgIsTheSameEveryTime() throws IOException {
        String svg = new SvgPainter().paint(bank);
        Files.createDirectories(SHOTS);
        Files.writeString(SHOTS.resolve("picture.svg"), svg);
        assertThat(new SvgPainter().paint(Picture.of(HybridBank.input(), Palette.LIGHT)))
                .isEqualTo(svg);
    }

    @Test
    void svgHasAGroupForEveryElementAndFlow() throws Exception {
        List<String> ids = ids(parsed(new SvgPainter().paint(bank)));
        assertThat(ids).doesNotHaveDuplicates();
        bank.list().byId().keySet().forEach(id -> assertThat(ids).contains("element-" + id));
        HybridBank.design().flows().keySet().forEach(id -> assertThat(ids).contains("flow-" + id));
    }

    @Test
    void svgSaysWhatAScreenReaderReads() throws Exception {
        Document svg = parsed(new SvgPainter().paint(bank));
        NodeList titles = svg.getElementsByTagName("title");
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < titles.getLength(); i++) {
            spoken.add(titles.item(i).getTextContent());
        }
        bank.list().nodes().forEach(n -> assertThat(spoken).contains(n.spoken()));
    }

    @Test
    void hostileNamesStayText() throws Exception {
        Design design =
                new Draw("</svg><script>alert(1)</script> & \"q\" \u0000\u0007\uFFFE")
                        .put(site("<b onclick='x'>&amp;\"]]>"))
                        .done();
        Document svg =
                parsed(new SvgPainter().paint(Picture.of(PictureInput.of(design), Palette.LIGHT)));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("b").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</svg><script>alert(1)</script> & \"q\" ");
        assertThat(svg.getDocumentElement().getTextContent()).contains("<b onclick='x'>&amp;");
    }

    @Test
    void aFlowNamedLikeTheLabelOfAnotherHasItsOwnId() throws Exception {
        Design design =
                new Draw("labels")
                        .workload("a", "", WorkloadKind.POD)
                        .at(0, 0, 160, 50)
                        .workload("b", "", WorkloadKind.POD)
                        .at(500, 0, 160, 50)
                        .flow("x", "a", "b", 80, Encryption.NOT_REQUIRED)
                        .flow("x-label", "a", "b", 81, Encryption.NOT_REQUIRED)
                        .done();
        String svg = new SvgPainter().paint(Picture.of(PictureInput.of(design), Palette.LIGHT));
        assertThat(ids(parsed(svg))).contains("flow-x", "flow-x-label").doesNotHaveDuplicates();
    }

    @Test
    void pdfIsTheSameEveryTime() throws IOException {
        assertThat(pdf(bank)).isEqualTo(pdf(Picture.of(HybridBank.input(), Palette.LIGHT)));
    }

    @Test
    void pdfHasOnePageOfTheSizeOfTheDrawing() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(bank))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDRectangle box = document.getPage(0).getMediaBox();
            Area area = Page.of(bank).area();
            assertThat((double) box.getWidth()).isCloseTo(area.width(), within(0.1));
            assertThat((double) box.getHeight()).isCloseTo(area.height(), within(0.1));
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(bank.title());
            assertThat(document.getPage(0).getContentStreams().next().toByteArray())
                    .hasSizeGreaterThan(10_000);
        }
    }

    private static Site site(String label) {
        return new Site(Draw.id("s"), label, Optional.empty(), About.NOTHING, List.of());
    }

    private static byte[] png(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngPainter(2).paint(picture, out);
        return out.toByteArray();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] pdf(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfPainter().paint(picture, out);
        return out.toByteArray();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> ids(Document svg) {
        NodeList groups = svg.getElementsByTagName("g");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < groups.getLength(); i++) {
            ids.add(((Element) groups.item(i)).getAttribute("id"));
        }
        return ids;
    }
}
