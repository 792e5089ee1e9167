package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CalicoShop.FROM_API;
import static io.portolan.exporters.edgecases.CalicoShop.global;
import static io.portolan.exporters.edgecases.CalicoShop.inShop;
import static io.portolan.exporters.edgecases.CalicoShop.shop;

import org.junit.jupiter.api.Test;

/// Policies of Calico with equal orders: releases sort them by different names.
final class CalicoEqualOrdersTest {
    private static final String WHY = "order";

    private static String spec(String order, String action) {
        return "{order: %s, selector: app == 'db', ingress: [{action: %s}]}"
                .formatted(order, action);
    }

    @Test
    void ofOneNamespaceTheNameDecidesInEveryRelease() {
        EdgeCase shop = shop(inShop("zzz", spec("7", "Deny")), inShop("aaa", spec("7.0", "Allow")));
        shop.from("shop/web").to("shop/db").tcp(1).isAllowed().because("aaa");
    }

    @Test
    void networkPolicyAndAPolicyOfItsOrderAreUndefinedWhereReleasesDiffer() {
        EdgeCase shop = shop(FROM_API, inShop("late", spec("1000", "Deny")));
        shop.from("shop/api").to("shop/db").tcp(5432).isUndefined(WHY);
        shop.from("shop/web").to("shop/db").tcp(5432).isDenied().because("late");
    }

    @Test
    void networkPolicyIsPrefixedWhereItIsCopiedIntoTheDatastoreOfCalico() {
        String policy = FROM_API.replace("name: db,", "name: zebra,");
        EdgeCase shop = shop(policy, inShop("monkey", spec("1000", "Deny")));
        shop.from("shop/api").to("shop/db").tcp(5432).isUndefined(WHY);
    }

    @Test
    void networkPolicyComesLastInEveryReleaseIfItsNameDoes() {
        EdgeCase shop = shop(FROM_API, inShop("aaa", spec("1000", "Deny")));
        shop.from("shop/api").to("shop/db").tcp(5432).isDenied().because("aaa");
    }

    @Test
    void globalPolicyComesBeforeOrAfterThoseOfNamespaces() {
        EdgeCase shop = shop(global("mid", spec("7", "Deny")), inShop("aaa", spec("7", "Allow")));
        shop.from("shop/web").to("shop/db").tcp(1).isUndefined(WHY);
        EdgeCase early = shop(global("mid", spec("7", "Deny")), inShop("zzz", spec("7", "Allow")));
        early.from("shop/web").to("shop/db").tcp(1).isDenied().because("mid");
    }

    @Test
    void withoutOrdersItIsTheSame() {
        String allow = "{selector: app == 'db', ingress: [{action: Allow}]}";
        EdgeCase shop = shop(global("mid", allow.replace("Allow", "Deny")), inShop("aaa", allow));
        shop.from("shop/web").to("shop/db").tcp(1).isUndefined(WHY);
    }

    /// What follows the name in its longer form is a slash, which comes after a hyphen.
    @Test
    void nameThatGoesOnAfterAnotherComesBeforeOrAfterIt() {
        EdgeCase shop =
                shop(inShop("web", spec("7", "Allow")), inShop("web-closed", spec("7", "Deny")));
        shop.from("shop/web").to("shop/db").tcp(1).isUndefined(WHY);
    }

    @Test
    void whereBothSayTheSameTheOrderDoesNotMatter() {
        EdgeCase shop = shop(global("mid", spec("7", "Deny")), inShop("aaa", spec("7", "Deny")));
        shop.from("shop/web").to("shop/db").tcp(1).isDenied();
    }

    @Test
    void policiesOfOtherNamespacesAndStagedOnesHaveNoSay() {
        EdgeCase shop =
                shop(
                        global("mid", spec("7", "Allow")).replace("kind: G", "kind: StagedG"),
                        inShop("aaa", spec("7", "Deny")).replace("shop}", "jobs}"),
                        inShop("bbb", spec("7", "Allow")),
                        inShop("ccc", spec("7", "Deny")));
        shop.from("shop/web").to("shop/db").tcp(1).isAllowed().because("bbb");
    }
}
