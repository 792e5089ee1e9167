package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

class YamlReaderTest {
    private static Mapping map(String text) {
        return (Mapping) YamlReader.read(text);
    }

    private static String text(String key, String yaml) {
        return ((Scalar) map(yaml).find(key).orElseThrow()).text();
    }

    private static Malformed refused(String text) {
        return catchThrowableOfType(Malformed.class, () -> YamlReader.readAll(text));
    }

    private static void assertRefused(String text, String place, String words) {
        Malformed refused = refused(text);
        assertThat(refused).as(text.substring(0, Math.min(40, text.length()))).isNotNull();
        assertThat(refused).hasMessageContaining(words);
        assertThat(refused.at()).hasToString(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NO", "on", "017", "1_0", "12:30", ".inf", "0x1F", "1e3", "2026-11-23", "="})
    void scalarsAreTakenAsWritten(String scalar) {
        assertThat(text("a", "a: " + scalar)).isEqualTo(scalar);
    }

    @Test
    void everyDocumentIsRead() {
        List<YamlNode> documents =
                YamlReader.readAll("# c\n---\na: 1\n---\n# none\n---\nb: 2\n...\n");
        assertThat(documents).hasSize(3);
        assertThat(documents.get(1)).matches(n -> n instanceof Scalar s && s.isNull());
        assertThat(documents.get(2).at()).isEqualTo(new Position(7, 1));
    }

    @Test
    void oneDocumentIsAskedForWhereOneIsWanted() {
        assertThatThrownBy(() -> YamlReader.read("a: 1\n---\nb: 2\n"))
                .hasMessageContaining("second");
        assertThatThrownBy(() -> YamlReader.read("")).hasMessageContaining("empty");
    }

    @Test
    void aliasesAndMergeKeysAreResolved() {
        String yaml =
                """
                base: &b {image: nginx, port: 80}
                first: {<<: *b, port: 81}
                second: {port: 82, <<: [*b, {tag: x}]}
                third: *b
                """;
        assertThat(keys(map(yaml).find("first").orElseThrow())).containsExactly("port", "image");
        assertThat(keys(map(yaml).find("second").orElseThrow()))
                .containsExactly("port", "image", "tag");
        assertThat(map(yaml).find("third")).isEqualTo(map(yaml).find("base"));
    }

    private static List<String> keys(YamlNode node) {
        return ((Mapping) node).entries().stream().map(e -> e.key().text()).toList();
    }

    @Test
    void jsonGivesTheSameTreeAsYaml() {
        String json = "{\"a\": [1, \"x\", true, null],\n \"b\": {\"c\": -1.5}}";
        Mapping tree = map(json);
        assertThat(tree.findEntry("b").orElseThrow().key().at()).isEqualTo(new Position(2, 2));
        List<YamlNode> items = ((Sequence) tree.find("a").orElseThrow()).items();
        assertThat(items)
                .extracting(i -> ((Scalar) i).text())
                .containsExactly("1", "x", "true", "null");
        assertThat(items)
                .extracting(i -> ((Scalar) i).plain())
                .containsExactly(true, false, true, true);
    }

    @Test
    void yamlThatBeginsLikeJsonIsYaml() {
        assertThat(text("a", "{a: b} # flow")).isEqualTo("b");
        assertThat(YamlReader.readAll("{\"a\": 1}\n---\n{\"a\": 2}\n")).hasSize(2);
        assertThat(YamlReader.readAll("{\"a\": 1}\n{\"a\": 2}\n")).hasSize(2);
    }

    @Test
    void minifiedJsonMayBeLongerThanALine() {
        String json = "[" + "\"0123456789\",".repeat(100_000) + "1]";
        assertThat(((Sequence) YamlReader.read(json)).items()).hasSize(100_001);
    }

    @Test
    void brokenSyntaxIsNamedWithItsPlace() {
        assertRefused("a: 1\n  b: 2\n", "2:4", "mapping values are not allowed here");
        assertRefused("a:\n\t- b\n", "2:1", "\\t");
        assertRefused("{\"a\": ", "1:7", "");
    }

    @Test
    void doubleKeysAreRefused() {
        assertRefused("a: 1\nb: 2\n'a': 3\n", "3:1", "The key (a) is given twice");
        assertRefused("{\"a\": 1, \"a\": 2}", "1:10", "The key (a) is given twice");
    }

    @Test
    void unknownTagsAreRefused() {
        assertRefused("a: !!javax.script.ScriptEngineManager [x]", "1:4", "javax");
        assertRefused("a: !mine {b: c}", "1:4", "The tag (!mine)");
        assertRefused("a: !!set {b}", "1:4", "set");
        assertThat(map("a: !!str 12").find("a"))
                .contains(new Scalar(new Position(1, 4), "12", false));
        assertThat(map("a: !!int 12").find("a"))
                .contains(new Scalar(new Position(1, 4), "12", true));
    }

    @Test
    void cyclicAndUnknownAliasesAreRefused() {
        assertRefused("&a [*a]", "1:5", "(*a)");
        assertRefused("a: &a {b: *a}", "1:11", "(*a)");
        assertRefused("a: *b", "1:4", "(*b)");
    }

    @Test
    void aliasBombsStopAtTheNumberOfValues() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        IntStream.rangeClosed(1, 11)
                .forEach(i ->
                        bomb.append(
                                "a%d: &a%d [%s]\n"
                                        .formatted(i, i, ("*a" + (i - 1) + ",").repeat(10))));
        assertThat(refused(bomb.toString())).hasMessageContaining("4000000 values");
    }

    @Test
    void depthIsBoundedAlsoThroughAliases() {
        assertRefused("[".repeat(100_000), "1:66", "nested deeper than 64");
        assertRefused("- ".repeat(30_000), "1:131", "nested deeper than 64");
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        IntStream.rangeClosed(1, 70)
                .forEach(i -> chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1)));
        assertThat(refused(chain.toString())).hasMessageContaining("nested deeper than 64");
    }

    @Test
    void sizeIsBoundedBeforeAnythingIsParsed() {
        assertThat(refused("a".repeat(YamlReader.MAX_LENGTH + 1))).hasMessageContaining("too long");
        assertRefused("a: 1\nb: " + "x".repeat(600_000), "2:1", "longer than 524288");
        byte[] large = new byte[YamlReader.MAX_LENGTH + 1];
        assertThatThrownBy(() -> YamlReader.decode(large)).hasMessageContaining("too long");
    }

    @Test
    void charactersThatNoFileHoldsAreNamed() {
        assertRefused("a: 1\nb: x\0y", "2:5", "U+0000");
        assertRefused("a: \uD83Dx", "1:4", "U+D83D");
        assertRefused("a: \"x\\0\"", "1:4", "U+0000");
        assertRefused("{\"a\": \"\\uD83D\"}", "1:7", "U+D83D");
        assertThat(text("a", "a: 😀")).isEqualTo("😀");
    }

    @Test
    void bytesThatAreNoTextAreNamed() {
        byte[] bytes = "a: b\nc: d\n".getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xC3;
        Malformed refused = catchThrowableOfType(Malformed.class, () -> YamlReader.decode(bytes));
        assertThat(refused).hasMessage("The byte 8 (0xC3) is not UTF-8. Save the file as UTF-8.");
        assertThat(refused.at()).isEqualTo(new Position(2, 4));
    }

    @Test
    void byteOrderMarksTellTheEncoding() {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            assertThat(YamlReader.decode("\uFEFFa: é".getBytes(charset))).isEqualTo("a: é");
        }
        assertThat(text("a", "\uFEFFa: 1")).isEqualTo("1");
    }

    @Test
    void keysMustBeWords() {
        assertRefused("? [a]\n: b\n", "1:3", "A key must be one word");
        assertRefused("a: 1\n<<: b\n", "2:5", "merge key");
    }
}
