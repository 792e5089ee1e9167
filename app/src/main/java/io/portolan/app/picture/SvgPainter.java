package io.portolan.app.picture;

import java.util.List;
import java.util.Locale;

/// Writes a picture as SVG text with an id per element, flow and link (`element-...`, `flow-...`,
/// `link-...`, and `label-...` of those two). The same picture gives the same bytes.
public final class SvgPainter {
    /// The SVG document.
    public String paint(Picture picture) {
        Page page = Page.of(picture);
        SvgText out = new SvgText();
        out.open(picture.title(), page.area(), page.ground());
        DisplayList list = picture.list();
        for (Item.Container c : list.containers()) {
            out.group("element-" + c.id(), c.spoken(), c.ops());
        }
        for (Item.Edge e : list.edges()) {
            out.group(id(e.id()), e.spoken(), e.under());
        }
        for (Item.Node n : list.nodes()) {
            out.group("element-" + n.id(), n.spoken(), n.ops());
        }
        for (Item.Edge e : list.edges()) {
            out.group("label-" + id(e.id()), "", e.ops());
        }
        out.group("legend", "Legend", Legend.below(list, picture.palette()));
        return out.close();
    }

    private static String id(EdgeId id) {
        return switch (id) {
            case EdgeId.OfFlow f -> "flow-" + f.value();
            case EdgeId.OfLink l -> "link-" + l.value();
        };
    }

    /// The text while it is written.
    private static final class SvgText implements Brush {
        private final StringBuilder text = new StringBuilder();

        void open(String title, Area area, int ground) {
            text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                    .append(number(area.width()))
                    .append("\" height=\"")
                    .append(number(area.height()))
                    .append("\" viewBox=\"")
                    .append(number(area.x()))
                    .append(' ')
                    .append(number(area.y()))
                    .append(' ')
                    .append(number(area.width()))
                    .append(' ')
                    .append(number(area.height()))
                    .append("\" role=\"img\" stroke-linejoin=\"round\">\n<title>")
                    .append(escaped(title))
                    .append("</title>\n");
            fill(Outline.of(area, 0), ground);
        }

        String close() {
            return text.append("</svg>\n").toString();
        }

        void group(String id, String spoken, List<Op> ops) {
            if (ops.isEmpty()) {
                return;
            }
            text.append("<g id=\"").append(escaped(id)).append("\">\n");
            if (!spoken.isEmpty()) {
                text.append("<title>").append(escaped(spoken)).append("</title>\n");
            }
            ops.forEach(this::draw);
            text.append("</g>\n");
        }

        @Override
        public void fill(List<Outline.Step> shape, int colour) {
            path(shape);
            text.append("\" fill=\"").append(colour(colour)).append('"');
            opacity(colour);
            text.append("/>\n");
        }

        @Override
        public void stroke(List<Outline.Step> way, Pen pen) {
            path(way);
            text.append("\" fill=\"none\" stroke=\"")
                    .append(colour(pen.colour()))
                    .append("\" stroke-width=\"")
                    .append(number(pen.width()));
            if (pen.dash() == Dash.SOLID) {
                text.append("\" stroke-linecap=\"round");
            } else {
                text.append("\" stroke-dasharray=\"")
                        .append(number(pen.dash().mark()))
                        .append(' ')
                        .append(number(pen.dash().gap()));
            }
            text.append("\"/>\n");
        }

        @Override
        public void shadow(Area area, double radius, int colour) {
            fill(Outline.of(area.grownBy(0.8).movedBy(0, 1.2), radius + 0.8), colour);
        }

        @Override
        public void write(Op.Words words) {
            boolean bold = words.type().weight() == Type.Weight.SEMIBOLD;
            text.append("<text x=\"")
                    .append(number(words.at().x()))
                    .append("\" y=\"")
                    .append(number(words.at().y()))
                    .append("\" font-family=\"")
                    .append(bold ? "'Inter SemiBold', " : "")
                    .append("Inter, 'Segoe UI', 'Noto Sans', Roboto, 'DejaVu Sans', sans-serif")
                    .append("\" font-size=\"")
                    .append(number(words.type().size()))
                    .append(bold ? "\" font-weight=\"600" : "")
                    .append("\" fill=\"")
                    .append(colour(words.colour()))
                    .append("\" textLength=\"")
                    .append(number(TextMeasure.width(words.text(), words.type())))
                    .append("\" lengthAdjust=\"spacingAndGlyphs\">")
                    .append(escaped(words.text()))
                    .append("</text>\n");
        }

        private void path(List<Outline.Step> steps) {
            text.append("<path d=\"");
            for (Outline.Step step : steps) {
                switch (step) {
                    case Outline.Step.Move s -> letter('M', s.x(), s.y());
                    case Outline.Step.Line s -> letter('L', s.x(), s.y());
                    case Outline.Step.Curve s ->
                            letter('C', s.x1(), s.y1(), s.x2(), s.y2(), s.x(), s.y());
                    case Outline.Step.Close _ -> letter('Z');
                }
            }
        }

        private void letter(char letter, double... numbers) {
            text.append(letter);
            for (int i = 0; i < numbers.length; i++) {
                text.append(i == 0 ? "" : " ").append(number(numbers[i]));
            }
        }

        private void opacity(int colour) {
            int alpha = colour >>> 24;
            if (alpha < 255) {
                text.append(" fill-opacity=\"").append(number(alpha / 255.0)).append('"');
            }
        }

        private static String colour(int argb) {
            return "#%06X".formatted(argb & 0xFFFFFF);
        }

        /// At most two digits behind the point, and no trailing zeros.
        private static String number(double value) {
            String text = String.format(Locale.ROOT, "%.2f", value);
            return text.endsWith(".00")
                    ? text.substring(0, text.length() - 3)
                    : text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
        }

        /// Text that XML cannot hold is left out.
        private static String escaped(String plain) {
            StringBuilder safe = new StringBuilder();
            plain.codePoints()
                    .filter(c ->
                            c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                    .forEach(c -> {
                        switch (c) {
                            case '<' -> safe.append("&lt;");
                            case '>' -> safe.append("&gt;");
                            case '&' -> safe.append("&amp;");
                            case '"' -> safe.append("&quot;");
                            default -> safe.appendCodePoint(c);
                        }
                    });
            return safe.toString();
        }
    }
}
