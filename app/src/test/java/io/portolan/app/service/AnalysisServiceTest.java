package io.portolan.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.HybridBank;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.net.PortSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
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

    /// Whoever comes last is answered, also where two ask in the same moment: the older of them
    /// must not end the newer.
    @Test
    void ofTwoWhoAskAtOnceOneIsAnswered() throws InterruptedException {
        for (int round = 0; round < 500; round++) {
            CountDownLatch answered = new CountDownLatch(1);
            CyclicBarrier together = new CyclicBarrier(2);
            Thread other = Thread.ofPlatform().start(() -> ask(together, answered));
            ask(together, answered);
            other.join();
            assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void ask(CyclicBarrier together, CountDownLatch answered) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        service.request(Design.EMPTY, _ -> {}, _ -> answered.countDown());
    }

    @Test
    void afterAnEditTheTouchedFlowIsAnsweredFirst() throws InterruptedException {
        CountDownLatch known = new CountDownLatch(1);
        service.request(BANK, _ -> {}, _ -> known.countDown());
        assertThat(known.await(60, TimeUnit.SECONDS)).isTrue();
        Flow flow = BANK.flows().firstEntry().getValue();
        Design edited = BANK.with(on(flow, PortSet.of(1)));
        service.request(
                edited,
                found -> heard.add(found.verdicts().keySet() + " " + found.verdicts()),
                _ -> whole.countDown());
        assertThat(whole.await(60, TimeUnit.SECONDS)).isTrue();
        FlowVerdicts fresh = FlowVerdicts.of(edited);
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst())
                .isEqualTo(
                        "[%s] {%s=%s}"
                                .formatted(flow.id(), flow.id(), fresh.verdicts().get(flow.id())));
        assertThat(heard.getLast()).isEqualTo(fresh.verdicts().keySet() + " " + fresh.verdicts());
    }

    private static Flow on(Flow flow, PortSet ports) {
        return new Flow(
                flow.id(),
                flow.from(),
                flow.to(),
                flow.intent(),
                flow.protocol(),
                Optional.of(ports),
                flow.application(),
                flow.host(),
                flow.serverName(),
                flow.path(),
                flow.methods(),
                flow.via(),
                flow.identity(),
                flow.encryption(),
                flow.owner(),
                flow.justification(),
                flow.ticket(),
                flow.expires());
    }
}
