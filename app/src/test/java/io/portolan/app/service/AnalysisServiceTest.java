package io.portolan.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.HybridBank;
import io.portolan.model.design.Design;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class AnalysisServiceTest {
    private static final Design BANK = HybridBank.design();

    private final CountDownLatch whole = new CountDownLatch(1);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AnalysisService service =
            new AnalysisService(Runnable::run, () -> LocalDate.of(2026, 11, 23));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void theVerdictsComeFirstAndStayAsTheyAre() throws InterruptedException {
        service.request(
                BANK,
                known -> heard.add("verdicts " + known.verdicts()),
                found -> {
                    heard.add("everything " + found.verdicts());
                    whole.countDown();
                });
        assertThat(whole.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst()).startsWith("verdicts ");
        assertThat(heard.getLast())
                .isEqualTo(heard.getFirst().replaceFirst("verdicts", "everything"));
    }

    @Test
    void aNewerRequestSilencesTheOneBeforeIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        service.request(
                BANK,
                _ -> {
                    service.request(Design.EMPTY, _ -> heard.add("new"), _ -> whole.countDown());
                    begun.countDown();
                },
                _ -> heard.add("old"));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(whole.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).containsExactly("new");
    }
}
