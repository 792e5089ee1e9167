package io.portolan.model.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Link;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.LayoutReader;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.format.ReadLayout;
import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class SampleFilesTest {
    static List<Sample> samples() {
        return SampleCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theDesignIsReadWithoutProblems(Sample sample) {
        ReadDesign read = read(sample);

        assertThat(read.problems()).isEmpty();
        assertThat(read.design().map(Design::name)).contains(sample.name());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyReferenceHasItsElement(Sample sample) {
        Design design = design(sample);

        assertThat(references(design))
                .allSatisfy(id -> assertThat(design.find(id)).as("%s", id).isPresent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyElementAndOnlyThoseHaveAPosition(Sample sample) {
        ReadLayout read = LayoutReader.read(SampleCatalogue.text(sample, sample.layoutFile()));

        assertThat(read.problems()).isEmpty();
        Set<ElementId> placed = Set.copyOf(read.layout().orElseThrow().boxes().keySet());
        assertThat(placed).isEqualTo(Set.copyOf(design(sample).elements().keySet()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFlowHasAnOwnerAndAReason(Sample sample) {
        assertThat(design(sample).flows().values())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.owner()).as("owner of %s", f.id()).isPresent())
                .allSatisfy(f -> assertThat(f.justification()).as(f.id()).isPresent());
    }

    private static Stream<ElementId> references(Design design) {
        Stream<ElementId> parents =
                design.elements().values().stream().map(Element::parent).flatMap(p -> p.stream());
        Stream<ElementId> links = design.links().values().stream().flatMap(SampleFilesTest::endsOf);
        Stream<ElementId> flows = design.flows().values().stream().flatMap(SampleFilesTest::endsOf);
        return Stream.of(parents, links, flows).flatMap(s -> s);
    }

    private static Stream<ElementId> endsOf(Link link) {
        return Stream.of(link.from(), link.to());
    }

    private static Stream<ElementId> endsOf(Flow flow) {
        return Stream.concat(Stream.of(flow.from(), flow.to()), flow.via().stream());
    }

    private static ReadDesign read(Sample sample) {
        return DesignReader.read(SampleCatalogue.text(sample, sample.designFile()));
    }

    private static Design design(Sample sample) {
        ReadDesign read = read(sample);
        return read.design()
                .orElseThrow(() ->
                        new AssertionError(
                                read.problems().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining("\n"))));
    }
}
