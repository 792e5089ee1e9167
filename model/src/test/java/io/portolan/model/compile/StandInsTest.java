package io.portolan.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class StandInsTest {
    private static final StandIns SOME =
            new StandIns(Map.of("241.0.0.1", "west", "240.0.0.12", "pay$1"));

    @Test
    void headersNameTheElementInsteadOfTheAddress() {
        assertThat(SOME.named("241.0.0.1 -> 10.30.6.20:1414/tcp"))
                .isEqualTo("west (address not set) -> 10.30.6.20:1414/tcp");
        assertThat(SOME.named("10.1.0.1/32 -> 240.0.0.12/32:80/tcp"))
                .isEqualTo("10.1.0.1/32 -> pay$1 (address not set):80/tcp");
    }

    @Test
    void addressesThatStandForNothingStay() {
        assertThat(SOME.named("241.0.0.11, 240.0.0.1, 10.241.0.0/16, 1.241.0.0.1"))
                .isEqualTo("241.0.0.11, 240.0.0.1, 10.241.0.0/16, 1.241.0.0.1");
    }
}
