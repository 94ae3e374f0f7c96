/** Case texts in French (en.ts explains the form). Where Amazon's own words come from: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function french(): Words {
  return {
    phrases: {
      greeting: "Bonjour,",
      thanks: "Merci d’avance. Cordialement",
      sentences: "{{first}} {{second}}",
      line: "{{label}} : {{value}}",
      named: "{{title}}[ – {{ids}}]",
      one: "{{n}} unité",
      many: "{{n}} unités",
      "subject.answer": "Réponse à votre demande[, dossier {{case}}] : {{about}}",
      "subject.chase": "Question sur l’état du dossier[ {{case}}] : {{about}}",
      "subject.appeal": "Demande de réexamen de la décision[, dossier {{case}}] : {{about}}",
      "subject.re-evaluation": "Demande de nouveau calcul[, dossier {{case}}] : {{about}}",
      "open.answer": "Voici notre réponse à votre demande d’informations complémentaires.",
      "open.chase":
        "[Nous avons ouvert ce dossier le {{filed}}. ]Nous souhaitons savoir où en est son traitement.",
      "open.undecided":
        "[Nous avons ouvert ce dossier le {{filed}}. ]Nous n’avons pas encore de trace d’une décision.",
      "open.appealed":
        "[Nous avons ouvert ce dossier le {{filed}}. ]Nous avons demandé le réexamen de votre décision et n’avons pas encore de trace d’une réponse.",
      "open.approved":
        "Vous avez accepté ce dossier[ ({{approved}})] ; nous n’avons pas encore de trace d’un paiement.",
      "open.appeal":
        "[Vous avez refusé ce dossier le {{denied}}. ][Le motif indiqué était : « {{reason}} » ]Nous vous demandons de réexaminer cette décision.",
      "open.re-evaluation":
        "[Vous avez versé {{paid}} à ce jour dans ce dossier. ]Nous vous demandons de vérifier le calcul de ce montant.",
      "close.first":
        "Ce dossier porte uniquement sur cet événement. Si vos données montrent autre chose, merci de nous indiquer quoi.",
      "close.answer":
        "Merci de poursuivre le traitement de ce dossier. S’il manque encore un élément, merci de nous indiquer précisément lequel.",
      "close.chase":
        "Merci de nous indiquer l’état actuel du dossier et si vous avez encore besoin d’un élément de notre part.",
      "close.approved": "Merci de nous indiquer quand et dans quel règlement le paiement est effectué.",
      "close.appeal":
        "Si vous maintenez votre décision, merci de nous indiquer sur quel élément elle repose, par exemple un identifiant de dédommagement ou une ligne du registre de stock.",
      "again.amount":
        "Merci de recalculer le montant et de verser la différence, ou de nous indiquer comment il a été calculé.",
      "again.fee":
        "Merci de mesurer à nouveau l’article et de recalculer les frais facturés pour celui-ci depuis lors.",
      enclosed: "Documents joints :",
      paper: "- {{kind}}[ ({{date}})][ : {{proves}}]",
      "label.case": "Numéro de dossier",
      "label.fnsku": "FNSKU",
      "label.asin": "ASIN",
      "label.msku": "SKU",
      "label.order": "Numéro de commande",
      "label.removalOrder": "Numéro de l’ordre de prélèvement",
      "label.shipment": "Numéro d’expédition",
      "label.ledgerReference": "Identifiant de référence du registre de stock",
      "label.reimbursement": "Identifiant de dédommagement",
      "label.reversal": "Identifiant de dédommagement de l’annulation",
      "label.tracking": "Numéro de suivi",
      "label.plate": "LPN",
      "label.units": "Unités concernées",
      "label.ledgerDate": "Date dans le registre de stock",
      "label.departure": "Départ du centre de distribution",
      "label.firstReceipt": "Première réception",
      "label.refund": "Remboursement du client",
      "label.refundOrReturn": "Remboursement ou retour",
      "label.refundOrReplacement": "Remboursement ou remplacement",
      "label.replacement": "Envoi du remplacement",
      "label.leftOn": "Expédié par Amazon le",
      "label.firstCharge": "Première facturation",
      "label.secondCharge": "Nouvelle facturation",
      "label.approval": "Accepté le",
      "label.reversed": "Repris le",
      "label.value": "Valeur d’après nos données",
      "label.atIssue": "Montant concerné",
      "checked.neither": "Nos rapports ne montrent à ce sujet ni {{other}} ni dédommagement.",
      "checked.label":
        "Nos rapports ne montrent ni réception de cette expédition ni crédit pour cette facturation.",
      "checked.paid": "Nos rapports ne montrent aucun dédommagement qui le couvre.",
      "checked.fee": "Nos rapports ne montrent aucune annulation à ce sujet.",
      "checked.credit": "Nos rapports ne montrent aucun autre crédit à ce sujet.",
      "checked.cost": "Le montant dû résulte de notre coût unitaire.",
      "checked.price": "Le montant dû résulte du prix de la commande moins ses frais.",
      "checked.together": "Tous les dédommagements que nous trouvons sous ce numéro de dossier sont comptés.",
      "checked.settlement": "Nous l’avons cherché dans les règlements de cette période.",
      "checked.stock":
        "Nos rapports ne montrent autour de cette date aucun autre mouvement qui y corresponde.",
      "checked.reversal":
        "Nos rapports ne montrent pour ces unités ni article retrouvé, ni réception, ni retour qui l’explique.",
      "checked.difference": "Nous demandons uniquement la différence.",
      "other.lost": "article retrouvé par la suite",
      "other.damaged": "correction vers un état vendable",
      "other.disposed": "ordre de prélèvement de notre part",
      "other.transfer": "arrivée correspondante ou article retrouvé",
      "other.inbound": "réception ultérieure",
      "other.return": "retour",
      "other.restocked": "entrée dans notre stock",
      "ask.units":
        "Merci de vérifier et de nous dédommager pour ces unités ou de les remettre dans notre stock.",
      "ask.reimburse":
        "Merci de vérifier et de nous dédommager selon la politique de dédommagement du stock Expédié par Amazon.",
      "ask.charge": "Merci de vérifier cette facturation et de nous créditer le montant.",
      "ask.measure": "Merci de mesurer à nouveau l’article et de nous créditer la différence.",
      "ask.recalculate": "Merci de recalculer le montant et de verser la différence.",
      "ask.settle": "Merci de nous indiquer dans quel règlement il a été payé, ou de le payer.",
      "ask.reinstate":
        "Merci de nous indiquer sur quelles unités repose l’annulation, ou de verser à nouveau le dédommagement.",
    },
    papers: {
      "supplier invoice": "Facture du fournisseur",
      "signed packing slip": "Bordereau d’expédition signé",
      "proof of delivery": "Preuve de livraison",
      tracking: "Suivi du colis",
      "LPN photo": "Photo de l’étiquette LPN",
      photos: "Photos",
      "removal order": "Ordre de prélèvement",
      screenshot: "Capture d’écran",
      "answer from Amazon": "Réponse antérieure d’Amazon",
      other: "Autre document",
    },

    cases: {
      "warehouse-lost": [
        "Unités perdues dans un centre de distribution",
        "Le registre de stock (Inventory Ledger) indique[, le {{date}},] une perte de l’article ci-dessous dans un centre de distribution[ ; encore en suspens : {{open}}].",
      ],
      "warehouse-damaged": [
        "Unités endommagées dans un centre de distribution",
        "Le registre de stock (Inventory Ledger) indique[, le {{date}},] un dommage causé par Amazon ou son transporteur à l’article ci-dessous[ ; encore en suspens : {{open}}].",
      ],
      "disposed-without-request": [
        "Unités mises au rebut sans demande de notre part",
        "Le registre de stock (Inventory Ledger) indique[, le {{date}},] une mise au rebut ou un don de l’article ci-dessous[ ; encore en suspens : {{open}}].",
      ],
      "transfer-lost": [
        "Unités perdues entre deux centres de distribution",
        "Le registre de stock (Inventory Ledger) indique[, le {{date}},] un départ de l’article ci-dessous vers un autre centre de distribution, et aucune arrivée[ pour {{units}}].",
      ],
      "inbound-short": [
        "Unités manquantes dans une expédition à Amazon",
        "Dans l’expédition ci-dessous, nous avons envoyé plus d’unités de l’article que le registre de stock (Inventory Ledger) n’en indique comme reçues.",
      ],
      "inbound-receipt-reversed": [
        "Réception d’une expédition annulée",
        "Le registre de stock (Inventory Ledger) indique, pour l’article de l’expédition ci-dessous, une réception qui a ensuite été annulée.",
      ],
      "carrier-label-unused": [
        "Étiquettes inutilisées d’un transporteur partenaire",
        "Le transporteur partenaire d’Amazon nous a été facturé, et l’expédition ci-dessous a été annulée ou supprimée.",
      ],
      "refund-not-returned": [
        "Client remboursé, article non retourné",
        "Le client de la commande ci-dessous a été remboursé, et nous ne trouvons aucun retour de l’article[ ({{units}})].",
      ],
      "returned-damaged-by-amazon": [
        "Retour client endommagé par Amazon",
        "Le rapport sur les retours clients indique que l’article de la commande ci-dessous a été retourné et endommagé par Amazon ou son transporteur, non par le client.",
      ],
      "wrong-item-returned": [
        "Article différent retourné",
        "Pour la commande ci-dessous, l’article retourné n’est pas celui qui avait été commandé. L’article ci-dessous est celui de la commande.",
      ],
      "returned-not-restocked": [
        "Retour vendable absent de notre stock",
        "Le rapport sur les retours clients indique que l’article de la commande ci-dessous a été retourné en état vendable et remis en stock ; le registre de stock (Inventory Ledger) ne montre pas ce mouvement.",
      ],
      "replacement-not-returned": [
        "Remplacement envoyé, article d’origine non retourné",
        "Le client de la commande ci-dessous a reçu un remplacement gratuit[ envoyé le {{date}}], et nous ne trouvons aucun retour de l’article d’origine[ ({{units}})].",
      ],
      "refund-above-payment": [
        "Remboursement supérieur au paiement",
        "Le client de la commande ci-dessous a été remboursé au-delà de ce qui avait été payé pour l’article.",
      ],
      "removal-lost": [
        "Colis de prélèvement non reçu",
        "Le colis ci-dessous a été expédié[ le {{date}}] pour notre ordre de prélèvement et ne nous est pas parvenu.",
      ],
      "removal-short": [
        "Unités manquantes dans un colis de prélèvement",
        "Le colis ci-dessous, expédié pour notre ordre de prélèvement, nous est parvenu avec moins d’unités de l’article qu’il n’en avait été expédié.",
      ],
      "fulfilment-fee-high": [
        "Frais d’expédition supérieurs à la catégorie de taille de l’article",
        "Pour l’article ci-dessous, des frais Expédié par Amazon nous ont été facturés au-delà de ceux de la catégorie de taille qui résulte de nos mesures.",
      ],
      "referral-fee-high": [
        "Frais de vente supérieurs au taux de la catégorie",
        "Pour l’article ci-dessous, des frais de vente nous ont été facturés au-delà du taux de sa catégorie.",
      ],
      "fee-charged-twice": [
        "Frais facturés deux fois",
        "Pour l’article de la commande ci-dessous, des frais ont été facturés une fois de plus que l’article n’a été vendu[ ; la facturation en trop date du {{date}}].",
      ],
      "referral-fee-not-credited": [
        "Frais de vente non crédités après un remboursement",
        "La commande ci-dessous a été remboursée[ le {{date}}], et les frais de vente crédités sont inférieurs à ce qui était dû après déduction des frais de gestion du remboursement.",
      ],
      underpaid: [
        "Dédommagement trop faible",
        "Le dédommagement ci-dessous est inférieur à ce qui était dû.",
      ],
      "paid-differently-than-approved": [
        "Dédommagement inférieur au montant accepté",
        "Le dédommagement ci-dessous est inférieur à ce qui avait été accepté dans le dossier.",
      ],
      "not-settled": [
        "Dédommagement accepté absent des règlements",
        "Le dédommagement ci-dessous a été accepté[ le {{date}}], et nous ne le trouvons pas en totalité dans nos règlements.",
      ],
      "stock-not-received": [
        "Unités du dédommagement absentes de notre stock",
        "Le dédommagement ci-dessous a été fait en stock, et le registre de stock (Inventory Ledger) ne montre pas l’entrée de toutes ses unités.",
      ],
      "reversed-without-return": [
        "Dédommagement repris sans retour des unités",
        "L’annulation ci-dessous a repris un dédommagement[ le {{date}}], et nous ne trouvons pas que les unités concernées soient revenues.",
      ],
      "reversed-above-original": [
        "Annulation supérieure au dédommagement",
        "L’annulation ci-dessous a repris par unité plus que ce que le dédommagement d’origine avait versé.",
      ],
    },
  };
}
