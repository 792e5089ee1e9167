package io.portolan.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void whatComesFromADesignCannotBecomeMarkup() {
        String page =
                new Html().element("td", "m", "<script>alert(\"x\" & 'y')</script>").toString();
        assertThat(page)
                .isEqualTo(
                        "<td class=\"m\">&lt;script&gt;alert(&quot;x&quot; &amp;"
                                + " &#39;y&#39;)&lt;/script&gt;</td>\n");
    }
}
