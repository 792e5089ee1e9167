package io.portolan.app.cli;

import io.portolan.app.picture.Palette;
import io.portolan.app.service.Analysis;
import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.PictureFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `portolan render`: the drawing as the window shows it.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Draws a design into an SVG, PNG or PDF file, as the window shows it.",
        footer = {"", "Example: portolan render bank.portolan.yaml --out bank.svg --theme dark"})
final class RenderCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DESIGN|DIR", description = "A design file, or manifests.")
    private Path input = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The picture; its ending decides: .svg, .png or .pdf.")
    private Path file = Path.of("");

    @Option(names = "--theme", description = "light or dark (default: light).")
    private Palette theme = Palette.LIGHT;

    @Mixin private ReviewDay day = new ReviewDay();

    @Override
    public Integer call() {
        PictureFile.write(file, Analysis.of(OpenedDesign.read(input).design(), day.date()), theme);
        return PortolanCommand.CLEAN;
    }
}
