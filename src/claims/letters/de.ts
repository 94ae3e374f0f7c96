/** Case texts in German (en.ts explains the form). Where Amazon's own words come from: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function german(): Words {
  return {
    phrases: {
      greeting: "Guten Tag!",
      thanks: "Vielen Dank und freundliche Grüße",
      sentences: "{{first}} {{second}}",
      line: "{{label}}: {{value}}",
      named: "{{title}}[ – {{ids}}]",
      one: "{{n}} Einheit",
      many: "{{n}} Einheiten",
      "subject.answer": "Antwort auf Ihre Rückfrage[, Fall {{case}}]: {{about}}",
      "subject.chase": "Frage zum Stand[ von Fall {{case}}]: {{about}}",
      "subject.appeal": "Bitte um Überprüfung der Entscheidung[ in Fall {{case}}]: {{about}}",
      "subject.re-evaluation": "Bitte um Neuberechnung[, Fall {{case}}]: {{about}}",
      "open.answer": "Dies ist unsere Antwort auf Ihre Bitte um weitere Informationen.",
      "open.chase":
        "[Diesen Fall haben wir am {{filed}} eingereicht. ]Wir möchten uns nach dem Stand erkundigen.",
      "open.undecided":
        "[Diesen Fall haben wir am {{filed}} eingereicht. ]In unseren Unterlagen steht dazu noch keine Entscheidung.",
      "open.appealed":
        "[Diesen Fall haben wir am {{filed}} eingereicht. ]Wir haben um Überprüfung Ihrer Entscheidung gebeten; eine Antwort darauf steht in unseren Unterlagen noch nicht.",
      "open.approved":
        "Sie haben diesen Fall genehmigt[ ({{approved}})]; eine Zahlung dazu steht in unseren Unterlagen noch nicht.",
      "open.appeal":
        "[Sie haben diesen Fall am {{denied}} abgelehnt. ][Als Grund wurde genannt: „{{reason}}“ ]Wir bitten Sie, diese Entscheidung zu überprüfen.",
      "open.re-evaluation":
        "[Bisher haben Sie in diesem Fall {{paid}} gezahlt. ]Wir bitten Sie, die Berechnung des Betrags zu überprüfen.",
      "close.first":
        "Dieser Fall betrifft nur dieses eine Ereignis. Falls Ihre Unterlagen etwas anderes zeigen, teilen Sie uns bitte mit, was.",
      "close.answer":
        "Bitte bearbeiten Sie den Fall weiter. Falls noch etwas fehlt, nennen Sie uns bitte genau die Angabe oder die Unterlage.",
      "close.chase": "Bitte teilen Sie uns den aktuellen Stand mit und ob Sie noch etwas von uns benötigen.",
      "close.approved": "Bitte teilen Sie uns mit, wann und mit welcher Abrechnung gezahlt wird.",
      "close.appeal":
        "Falls Sie bei Ihrer Entscheidung bleiben, nennen Sie uns bitte den Eintrag, auf dem sie beruht, zum Beispiel eine Erstattungs-ID oder eine Zeile des Bestandsberichts.",
      "again.amount":
        "Bitte berechnen Sie den Betrag neu und erstatten Sie die Differenz, oder teilen Sie uns mit, wie er berechnet wurde.",
      "again.fee":
        "Bitte vermessen Sie den Artikel neu und berechnen Sie die seitdem dafür erhobenen Gebühren neu.",
      enclosed: "Beigefügte Unterlagen:",
      paper: "- {{kind}}[ ({{date}})][: {{proves}}]",
      "label.case": "Fallnummer",
      "label.fnsku": "FNSKU",
      "label.asin": "ASIN",
      "label.msku": "SKU",
      "label.order": "Bestellnummer",
      "label.removalOrder": "Remissionsauftragsnummer",
      "label.shipment": "Sendungsnummer",
      "label.ledgerReference": "Referenz-ID im Bestandsbericht",
      "label.reimbursement": "Erstattungs-ID",
      "label.reversal": "Erstattungs-ID der Rückbuchung",
      "label.tracking": "Sendungsverfolgungsnummer",
      "label.plate": "LPN",
      "label.units": "Betroffene Einheiten",
      "label.ledgerDate": "Datum im Bestandsbericht",
      "label.departure": "Abgang aus dem Logistikzentrum",
      "label.firstReceipt": "Erster Wareneingang",
      "label.refund": "Rückzahlung an den Kunden",
      "label.refundOrReturn": "Rückzahlung oder Rücksendung",
      "label.refundOrReplacement": "Rückzahlung oder Ersatz",
      "label.replacement": "Ersatz versandt",
      "label.leftOn": "Von Amazon versandt",
      "label.firstCharge": "Erste Belastung",
      "label.secondCharge": "Erneut belastet",
      "label.approval": "Genehmigt am",
      "label.reversed": "Zurückgebucht am",
      "label.value": "Wert nach unseren Unterlagen",
      "label.atIssue": "Betrag, um den es geht",
      "checked.neither": "Unsere Berichte zeigen dazu weder {{other}} noch eine Erstattung.",
      "checked.label":
        "Unsere Berichte zeigen weder einen Wareneingang dieser Sendung noch eine Gutschrift der Belastung.",
      "checked.paid": "Unsere Berichte zeigen keine Erstattung, die dies abdeckt.",
      "checked.fee": "Unsere Berichte zeigen dazu keine Rückbuchung.",
      "checked.credit": "Unsere Berichte zeigen dazu keine weitere Gutschrift.",
      "checked.cost": "Was zustand, ergibt sich aus unseren Kosten je Einheit.",
      "checked.price": "Was zustand, ergibt sich aus dem Preis der Bestellung abzüglich ihrer Gebühren.",
      "checked.together": "Alle Erstattungen, die wir zu dieser Fallnummer finden, sind mitgezählt.",
      "checked.settlement": "Wir haben die Abrechnungen dieser Zeit danach durchsucht.",
      "checked.stock": "Unsere Berichte zeigen um diesen Tag keine weitere Buchung, die dazu gehört.",
      "checked.reversal":
        "Unsere Berichte zeigen für diese Einheiten weder ein Auffinden noch einen Wareneingang noch eine Rücksendung, die sie erklärt.",
      "checked.difference": "Wir bitten nur um die Differenz.",
      "other.lost": "ein späteres Auffinden",
      "other.damaged": "eine Korrektur zurück auf „verkaufbar“",
      "other.disposed": "einen Remissionsauftrag von uns",
      "other.transfer": "eine passende Ankunft oder ein Auffinden",
      "other.inbound": "einen späteren Wareneingang",
      "other.return": "eine Rücksendung",
      "other.restocked": "eine Einbuchung in unseren Bestand",
      "ask.units":
        "Bitte prüfen Sie dies und erstatten Sie die Einheiten oder buchen Sie sie wieder in unseren Bestand ein.",
      "ask.reimburse":
        "Bitte prüfen Sie dies und erstatten Sie es nach der Richtlinie für die „Versand durch Amazon“-Erstattung für Lagerbestand.",
      "ask.charge": "Bitte prüfen Sie die Belastung und schreiben Sie uns den Betrag gut.",
      "ask.measure": "Bitte vermessen Sie den Artikel neu und schreiben Sie uns die Differenz gut.",
      "ask.recalculate": "Bitte berechnen Sie den Betrag neu und erstatten Sie die Differenz.",
      "ask.settle":
        "Bitte teilen Sie uns mit, mit welcher Abrechnung sie gezahlt wurde, oder zahlen Sie sie aus.",
      "ask.reinstate":
        "Bitte teilen Sie uns mit, auf welchen Einheiten die Rückbuchung beruht, oder zahlen Sie die Erstattung wieder aus.",
    },
    papers: {
      "supplier invoice": "Lieferantenrechnung",
      "signed packing slip": "Unterschriebener Lieferschein",
      "proof of delivery": "Zustellnachweis",
      tracking: "Sendungsverfolgung",
      "LPN photo": "Foto des LPN-Etiketts",
      photos: "Fotos",
      "removal order": "Remissionsauftrag",
      screenshot: "Bildschirmfoto",
      "answer from Amazon": "Frühere Antwort von Amazon",
      other: "Weitere Unterlage",
    },

    cases: {
      "warehouse-lost": [
        "Im Logistikzentrum verlorene Einheiten",
        "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] einen Verlust im Logistikzentrum aus[; noch offen: {{open}}].",
      ],
      "warehouse-damaged": [
        "Im Logistikzentrum beschädigte Einheiten",
        "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] eine Beschädigung durch Amazon oder den Transportdienst aus[; noch offen: {{open}}].",
      ],
      "disposed-without-request": [
        "Ohne unseren Auftrag entsorgte Einheiten",
        "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] eine Entsorgung oder Spende aus unserem Bestand aus[; noch offen: {{open}}].",
      ],
      "transfer-lost": [
        "Zwischen Logistikzentren verlorene Einheiten",
        "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] einen Abgang in ein anderes Logistikzentrum aus, aber keine Ankunft[ von {{units}}].",
      ],
      "inbound-short": [
        "In der Sendung an Amazon fehlende Einheiten",
        "Mit der unten genannten Sendung haben wir mehr Einheiten des Artikels geschickt, als der Bestandsbericht (Inventory Ledger) als empfangen ausweist.",
      ],
      "inbound-receipt-reversed": [
        "Wareneingang einer Sendung wieder ausgebucht",
        "Der Bestandsbericht (Inventory Ledger) weist für den Artikel in der unten genannten Sendung einen Wareneingang aus, der wieder ausgebucht wurde.",
      ],
      "carrier-label-unused": [
        "Unbenutzte Versandetiketten eines Partner-Transportdienstes",
        "Uns wurde der Partner-Transportdienst von Amazon berechnet, und die unten genannte Sendung wurde storniert oder gelöscht.",
      ],
      "refund-not-returned": [
        "Rückzahlung an den Kunden, Artikel nicht zurückgesendet",
        "Der Kunde der unten genannten Bestellung hat eine Rückzahlung erhalten, und wir finden keine Rücksendung[ von {{units}}] des Artikels.",
      ],
      "returned-damaged-by-amazon": [
        "Kundenrücksendung durch Amazon beschädigt",
        "Der Bericht zu Kundenrücksendungen führt den Artikel der unten genannten Bestellung als zurückgesendet und durch Amazon oder den Transportdienst beschädigt, nicht durch den Kunden.",
      ],
      "wrong-item-returned": [
        "Anderer Artikel zurückgesendet",
        "Zu der unten genannten Bestellung kam ein anderer Artikel zurück als der bestellte. Unten genannt ist der bestellte Artikel.",
      ],
      "returned-not-restocked": [
        "Verkaufbare Rücksendung fehlt in unserem Bestand",
        "Der Bericht zu Kundenrücksendungen führt den Artikel der unten genannten Bestellung als verkaufbar zurückgesendet und wieder eingelagert; der Bestandsbericht (Inventory Ledger) zeigt keine solche Buchung.",
      ],
      "replacement-not-returned": [
        "Ersatz versandt, ursprünglicher Artikel nicht zurückgesendet",
        "Der Kunde der unten genannten Bestellung hat[ am {{date}}] kostenlos Ersatz erhalten, und wir finden keine Rücksendung[ von {{units}}] des ursprünglichen Artikels.",
      ],
      "refund-above-payment": [
        "Rückzahlung höher als die Zahlung",
        "Der Kunde der unten genannten Bestellung hat für den Artikel mehr zurückerhalten, als dafür gezahlt wurde.",
      ],
      "removal-lost": [
        "Remissionssendung nicht angekommen",
        "Das unten genannte Paket wurde[ am {{date}}] zu unserem Remissionsauftrag versandt und ist nicht bei uns angekommen.",
      ],
      "removal-short": [
        "In einer Remissionssendung fehlende Einheiten",
        "Das unten genannte Paket zu unserem Remissionsauftrag kam mit weniger Einheiten des Artikels an, als versandt wurden.",
      ],
      "fulfilment-fee-high": [
        "Versandgebühr höher als für die Größenklasse des Artikels",
        "Für den unten genannten Artikel wurden uns höhere Gebühren für Versand durch Amazon berechnet, als sich aus der Größenklasse nach unseren Maßen ergibt.",
      ],
      "referral-fee-high": [
        "Verkaufsgebühr höher als der Satz der Kategorie",
        "Für den unten genannten Artikel wurden uns höhere Verkaufsgebühren berechnet, als der Satz seiner Kategorie ergibt.",
      ],
      "fee-charged-twice": [
        "Gebühr doppelt berechnet",
        "Für den Artikel der unten genannten Bestellung wurde eine Gebühr einmal öfter berechnet, als der Artikel verkauft wurde[; die überzählige Belastung ist vom {{date}}].",
      ],
      "referral-fee-not-credited": [
        "Verkaufsgebühr nach Rückzahlung nicht gutgeschrieben",
        "Zu der unten genannten Bestellung gab es[ am {{date}}] eine Rückzahlung, und von der Verkaufsgebühr wurde weniger gutgeschrieben, als nach Abzug der Bearbeitungsgebühr für Rückzahlungen zusteht.",
      ],
      underpaid: ["Erstattung zu niedrig", "Die unten genannte Erstattung war niedriger, als zustand."],
      "paid-differently-than-approved": [
        "Erstattung niedriger als genehmigt",
        "Die unten genannte Erstattung war niedriger, als in dem Fall genehmigt wurde.",
      ],
      "not-settled": [
        "Genehmigte Erstattung in keiner Abrechnung",
        "Die unten genannte Erstattung wurde[ am {{date}}] genehmigt, und wir finden sie nicht vollständig in unseren Abrechnungen.",
      ],
      "stock-not-received": [
        "Erstattete Einheiten nicht in unserem Bestand",
        "Die unten genannte Erstattung erfolgte in Ware, und der Bestandsbericht (Inventory Ledger) zeigt nicht alle ihre Einheiten als Zugang.",
      ],
      "reversed-without-return": [
        "Erstattung zurückgebucht, Einheiten nicht zurückerhalten",
        "Mit der unten genannten Rückbuchung wurde eine Erstattung[ am {{date}}] zurückgenommen, und wir finden nicht, dass die betroffenen Einheiten zurückkamen.",
      ],
      "reversed-above-original": [
        "Rückbuchung höher als die Erstattung",
        "Mit der unten genannten Rückbuchung wurde je Einheit mehr zurückgenommen, als ursprünglich erstattet worden war.",
      ],
    },
  };
}
