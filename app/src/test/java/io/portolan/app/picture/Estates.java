package io.portolan.app.picture;

import static io.portolan.app.picture.Draw.cni;

import io.portolan.model.design.CniProduct;
import io.portolan.model.design.Design;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Encryption;
import io.portolan.model.design.WorkloadKind;

import java.util.Random;

/// Estates of any size: clusters with namespaces with workloads, and flows between neighbours.
public final class Estates {
    private static final int PER_NAMESPACE = 20;
    private static final int NAMESPACES = 12;
    private static final int PITCH_X = 184;
    private static final int PITCH_Y = 74;

    private Estates() {}

    /// `nodes` workloads and `flows` flows; the same numbers give the same estate.
    public static Design of(int nodes, int flows) {
        Draw draw = new Draw("estate");
        int clusters = (nodes + PER_NAMESPACE * NAMESPACES - 1) / (PER_NAMESPACE * NAMESPACES);
        int across = (int) Math.ceil(Math.sqrt(clusters * 0.6));
        for (int c = 0, made = 0; c < clusters; c++) {
            int x = (c % across) * (4 * (5 * PITCH_X + 60) + 120);
            int y = (c / across) * (3 * (4 * PITCH_Y + 100) + 140);
            draw.cluster(
                            "c" + c,
                            "",
                            cni(CniProduct.CALICO, "3.32", Encapsulation.VXLAN),
                            "10.0.0.0/8")
                    .at(x, y, 4 * (5 * PITCH_X + 60) + 40, 3 * (4 * PITCH_Y + 100) + 60);
            for (int n = 0; n < NAMESPACES && made < nodes; n++) {
                made = namespace(draw, c * NAMESPACES + n, c, new int[] {x, y, made, nodes});
            }
        }
        Random random = new Random(1);
        for (int f = 0; f < flows; f++) {
            int from = random.nextInt(nodes);
            int to = Math.floorMod(from + 1 + random.nextInt(60), nodes);
            draw.flow("f" + f, "w" + from, "w" + to, 8080, Encryption.NOT_REQUIRED);
        }
        return draw.done();
    }

    private static int namespace(Draw draw, int number, int cluster, int[] at) {
        int slot = number % NAMESPACES;
        int x = at[0] + 20 + (slot % 4) * (5 * PITCH_X + 60);
        int y = at[1] + 44 + (slot / 4) * (4 * PITCH_Y + 100);
        draw.namespace("n" + number, "c" + cluster).at(x, y, 5 * PITCH_X + 30, 4 * PITCH_Y + 60);
        int made = at[2];
        for (int w = 0; w < PER_NAMESPACE && made < at[3]; w++, made++) {
            draw.workload("w" + made, "n" + number, WorkloadKind.DEPLOYMENT, 8080)
                    .at(x + 16 + (w % 5) * PITCH_X, y + 44 + (w / 5) * PITCH_Y, 160, 50);
        }
        return made;
    }
}
