package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page about drawing filters shows what can be read, and makes points of it.
class DrawnPageTest {
    private static final Path PAGE = Path.of("../docs/how-to/draw-filters.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final int PLATFORMS = 7;

    @Test
    void everyExampleIsPartOfADesign() throws IOException {
        List<String> blocks =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(blocks).hasSize(PLATFORMS);
        assertThat(blocks).allSatisfy(block -> assertThat(lab(block).points).isNotEmpty());
    }

    /// The keys that the network itself has are left to it.
    private static Lab lab(String block) {
        if (block.contains("kind: cloudFirewall")) {
            String drawn = "  drawn:\n    label: drawn\n" + block.indent(4);
            return Drawn.lab(
                    "page",
                    Drawn.NETWORK.replace("KIND", "router").replace("PLATFORM", "other") + drawn);
        }
        String rest = block.replaceAll("(?m)^(kind|platform|policy): .*\n", "");
        return block.contains("kind: router")
                ? Drawn.router("page", value(block, "platform"), rest)
                : Drawn.firewall("page", value(block, "platform"), rest);
    }

    private static String value(String block, String key) {
        Matcher line = Pattern.compile("(?m)^" + key + ": (.*)$").matcher(block);
        assertThat(line.find()).isTrue();
        return line.group(1);
    }
}
