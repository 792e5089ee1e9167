package io.portolan.model.rule;

/// What a rule is called. The id is its category and a number of three digits: `IPM-001`.
public record RuleInfo(String id, String title, Severity severity) {
    public RuleInfo {
        if (!id.matches("[A-Z]{3}-[0-9]{3}")) {
            throw new IllegalArgumentException(
                    "The rule id (%s) must be three letters, a dash and three digits."
                            .formatted(id));
        }
    }

    public Category category() {
        return Category.valueOf(id.substring(0, 3));
    }
}
