package io.portolan.model.rule;

import io.portolan.model.design.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page of a rule with the designs in it.
record RulePage(String id, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("## (Bad|Good)\\n.*?```yaml\\n(.*?)```", Pattern.DOTALL);

    static RulePage of(String id) {
        return new RulePage(
                id, Rules.page(id).orElseThrow(() -> new AssertionError("no page for rule " + id)));
    }

    Design bad() {
        return RuleLab.design(block("Bad"));
    }

    Design good() {
        return RuleLab.design(block("Good"));
    }

    private String block(String kind) {
        List<String> found = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).equals(kind)) {
                found.add(blocks.group(2));
            }
        }
        if (found.size() != 1) {
            throw new AssertionError(
                    "the page of %s has %d designs under %s".formatted(id, found.size(), kind));
        }
        return found.getFirst();
    }
}
