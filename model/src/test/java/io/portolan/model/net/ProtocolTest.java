package io.portolan.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp    | 80,443-444          | 80,443-444",
                "icmp   | 2048-2303           | echo-request (type 8)",
                "icmpv6 | 32768-33023         | echo-request (type 128)",
                "icmp   | 2048-2559           | echo-request (type 8), router-advertisement (type 9)",
                "icmp   | 772                 | destination-unreachable (type 3) code 4",
                "icmp   | 768-769             | destination-unreachable (type 3) codes 0-1",
                "icmp   | 0-2047,2304-65535   | types 0-7, types 9-255",
                "icmp   | 10753-11263         | type 42 codes 1-255, type 43",
                "icmp   | 10753-11009         | type 42 codes 1-255, type 43 codes 0-1",
                "icmp   | 769-2303            | destination-unreachable (type 3) codes 1-255, types 4-8",
                "icmp   | 768-1024            | destination-unreachable (type 3), source-quench (type 4) code 0",
            })
    void partsAreSaidAsPortsOrAsTypesAndCodes(String protocol, String parts, String words) {
        assertThat(Protocol.parse(protocol).words(PortSet.parse(parts))).isEqualTo(words);
    }
}
