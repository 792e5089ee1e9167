package io.portolan.model.format;

import io.portolan.model.format.Shape.Expression;
import io.portolan.model.format.Shape.Listing;
import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.policy.Expr;

import java.util.List;
import java.util.Optional;

/// Reads expressions in their short form: `any`, an atom alone, or one of `anyOf`, `allOf`, `not`,
/// `named` with `meaning`, and `unknown` with the reason.
final class ExpressionReader {
    static final String ANY = "any";
    static final String ANY_OF = "anyOf";
    static final String ALL_OF = "allOf";
    static final String NOT = "not";
    static final String NAMED = "named";
    static final String MEANING = "meaning";
    static final String UNKNOWN = "unknown";

    private final RecordReader values;
    private final Problems problems;

    ExpressionReader(RecordReader values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<Object> read(YamlNode node, Expression shape) {
        if (node instanceof Scalar scalar && (scalar.isNull() || scalar.text().equals(ANY))) {
            return Optional.of(Expr.any());
        }
        if (node instanceof Mapping block && !block.entries().isEmpty()) {
            Entry first = block.entries().getFirst();
            List<String> keys = block.entries().stream().map(e -> e.key().text()).toList();
            if (keys.equals(List.of(NAMED, MEANING)) || keys.equals(List.of(MEANING, NAMED))) {
                return named(block, shape);
            }
            if (keys.size() == 1 && !keys.contains(BlockReader.KIND)) {
                return combined(first, shape);
            }
        }
        return values.bind(node, shape.atom()).map(Expr.Is::new);
    }

    private Optional<Object> named(Mapping block, Expression shape) {
        Optional<Object> name = values.bind(block.find(NAMED).orElseThrow(), new Shape.Text());
        return name.flatMap(n ->
                expr(block.find(MEANING).orElseThrow(), shape)
                        .map(meaning -> new Expr.Named<>((String) n, meaning)));
    }

    private Optional<Object> combined(Entry entry, Expression shape) {
        Position at = entry.key().at();
        return problems.below(
                entry.key().text(),
                at,
                () ->
                        switch (entry.key().text()) {
                            case ANY_OF -> terms(entry.value(), shape).map(Expr.AnyOf::new);
                            case ALL_OF -> terms(entry.value(), shape).map(Expr.AllOf::new);
                            case NOT -> expr(entry.value(), shape).map(Expr.Not::new);
                            case UNKNOWN ->
                                    values.bind(entry.value(), new Shape.Text())
                                            .map(r -> new Expr.Unknown<>((String) r));
                            default -> unknownKey(entry);
                        });
    }

    private Optional<Object> unknownKey(Entry entry) {
        List<String> known = List.of(BlockReader.KIND, ANY_OF, ALL_OF, NOT, NAMED, UNKNOWN);
        return problems.add(
                entry.key().at(),
                "Unknown key (%s). An expression has one of %s."
                        .formatted(entry.key().text(), String.join(", ", known)));
    }

    private Optional<Expr<Object>> expr(YamlNode node, Expression shape) {
        return read(node, shape).map(ExpressionReader::typed);
    }

    private Optional<List<Expr<Object>>> terms(YamlNode node, Expression shape) {
        return values.bind(node, new Listing(shape, List.class))
                .map(list -> ((List<?>) list).stream().map(ExpressionReader::typed).toList());
    }

    @SuppressWarnings("unchecked") // every term was read with the shape of the same atom
    private static Expr<Object> typed(Object expression) {
        return (Expr<Object>) expression;
    }
}
