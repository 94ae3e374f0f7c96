/** Case texts in German (en.ts explains the form). Amazon's own words: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function german(): Words {
  return {
    greeting: "Guten Tag!",
    thanks: "Vielen Dank und freundliche Grüße",
    sentences: "{{first}} {{second}}",
    line: "{{label}}: {{value}}",
    named: "{{title}}[ – {{ids}}]",
    one: "{{n}} Einheit",
    many: "{{n}} Einheiten",

    "subject.first": "{{about}}",
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

    papers: "Beigefügte Unterlagen:",
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
    "label.units": "Einheiten",
    "label.ledgerDate": "Datum im Bestandsbericht",
    "label.departure": "Abgang aus dem Logistikzentrum",
    "label.firstReceipt": "Erster Wareneingang",
    "label.refund": "Rückzahlung an den Kunden",
    "label.refundOrReturn": "Rückzahlung oder Rücksendung",
    "label.replacement": "Ersatz versandt",
    "label.leftOn": "Von Amazon versandt",
    "label.firstCharge": "Erste Belastung",
    "label.secondCharge": "Erneut belastet",
    "label.approval": "Genehmigt am",
    "label.reversed": "Zurückgebucht am",
    "label.value": "Wert nach unseren Unterlagen",
    "label.atIssue": "Betrag, um den es geht",

    "title.warehouse-lost": "Im Logistikzentrum verlorene Einheiten",
    "what.warehouse-lost":
      "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] einen Verlust[ von {{units}}] im Logistikzentrum aus.",
    "title.warehouse-damaged": "Im Logistikzentrum beschädigte Einheiten",
    "what.warehouse-damaged":
      "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] eine Beschädigung[ von {{units}}] durch Amazon oder den Transportdienst aus.",
    "title.disposed-without-request": "Ohne unseren Auftrag entsorgte Einheiten",
    "what.disposed-without-request":
      "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] eine Entsorgung oder Spende[ von {{units}}] aus unserem Bestand aus.",
    "title.transfer-lost": "Zwischen Logistikzentren verlorene Einheiten",
    "what.transfer-lost":
      "Der Bestandsbericht (Inventory Ledger) weist für den unten genannten Artikel[ am {{date}}] den Abgang[ von {{units}}] in ein anderes Logistikzentrum aus, aber keine Ankunft.",
    "title.inbound-short": "In der Sendung an Amazon fehlende Einheiten",
    "what.inbound-short":
      "Mit der unten genannten Sendung haben wir mehr Einheiten des Artikels geschickt, als der Bestandsbericht (Inventory Ledger) als empfangen ausweist[; es geht um {{units}}].",
    "title.inbound-receipt-reversed": "Wareneingang einer Sendung wieder ausgebucht",
    "what.inbound-receipt-reversed":
      "Der Bestandsbericht (Inventory Ledger) weist für den Artikel in der unten genannten Sendung einen Wareneingang aus, der wieder ausgebucht wurde[; es geht um {{units}}].",
    "title.carrier-label-unused": "Unbenutzte Versandetiketten eines Partner-Transportdienstes",
    "what.carrier-label-unused":
      "Uns wurde der Partner-Transportdienst von Amazon berechnet, und die unten genannte Sendung wurde storniert oder gelöscht.",
    "title.refund-not-returned": "Rückzahlung an den Kunden, Artikel nicht zurückgesendet",
    "what.refund-not-returned":
      "Der Kunde der unten genannten Bestellung hat[ am {{date}}] eine Rückzahlung erhalten, und wir finden keine Rücksendung[ von {{units}}] des Artikels.",
    "title.returned-damaged-by-amazon": "Kundenrücksendung durch Amazon beschädigt",
    "what.returned-damaged-by-amazon":
      "Der Bericht zu Kundenrücksendungen führt den Artikel der unten genannten Bestellung als zurückgesendet und durch Amazon oder den Transportdienst beschädigt, nicht durch den Kunden[; es geht um {{units}}].",
    "title.wrong-item-returned": "Anderer Artikel zurückgesendet",
    "what.wrong-item-returned":
      "Zu der unten genannten Bestellung kam ein anderer Artikel zurück als der bestellte. Unten genannt ist der bestellte Artikel.",
    "title.returned-not-restocked": "Verkaufbare Rücksendung fehlt in unserem Bestand",
    "what.returned-not-restocked":
      "Der Bericht zu Kundenrücksendungen führt den Artikel der unten genannten Bestellung als verkaufbar zurückgesendet und wieder eingelagert[ ({{units}})]; der Bestandsbericht (Inventory Ledger) zeigt keine solche Buchung.",
    "title.replacement-not-returned": "Ersatz versandt, ursprünglicher Artikel nicht zurückgesendet",
    "what.replacement-not-returned":
      "Der Kunde der unten genannten Bestellung hat[ am {{date}}] kostenlos Ersatz erhalten, und wir finden keine Rücksendung[ von {{units}}] des ursprünglichen Artikels.",
    "title.refund-above-payment": "Rückzahlung höher als die Zahlung",
    "what.refund-above-payment":
      "Der Kunde der unten genannten Bestellung hat für den Artikel mehr zurückerhalten, als dafür gezahlt wurde[; Differenz: {{amount}}].",
    "title.removal-lost": "Remissionssendung nicht angekommen",
    "what.removal-lost":
      "Das unten genannte Paket[ mit {{units}} des Artikels] wurde[ am {{date}}] zu unserem Remissionsauftrag versandt und ist nicht bei uns angekommen.",
    "title.removal-short": "In einer Remissionssendung fehlende Einheiten",
    "what.removal-short":
      "Das unten genannte Paket zu unserem Remissionsauftrag kam mit weniger Einheiten des Artikels an, als versandt wurden[; es geht um {{units}}].",
    "title.fulfilment-fee-high": "Versandgebühr höher als für die Größenklasse des Artikels",
    "what.fulfilment-fee-high":
      "Für den unten genannten Artikel wurden uns höhere Gebühren für Versand durch Amazon berechnet, als sich aus der Größenklasse nach unseren Maßen ergibt[; Differenz: {{amount}}].",
    "title.referral-fee-high": "Verkaufsgebühr höher als der Satz der Kategorie",
    "what.referral-fee-high":
      "Für den unten genannten Artikel wurden uns höhere Verkaufsgebühren berechnet, als der Satz seiner Kategorie ergibt[; Differenz: {{amount}}].",
    "title.fee-charged-twice": "Gebühr doppelt berechnet",
    "what.fee-charged-twice":
      "Für den Artikel der unten genannten Bestellung wurde eine Gebühr einmal öfter berechnet, als der Artikel verkauft wurde[; die überzählige Belastung ist vom {{date}}].",
    "title.referral-fee-not-credited": "Verkaufsgebühr nach Rückzahlung nicht gutgeschrieben",
    "what.referral-fee-not-credited":
      "Zu der unten genannten Bestellung gab es[ am {{date}}] eine Rückzahlung, und von der Verkaufsgebühr wurde weniger gutgeschrieben, als nach Abzug der Bearbeitungsgebühr für Rückzahlungen zusteht[; Differenz: {{amount}}].",
    "title.underpaid": "Erstattung zu niedrig",
    "what.underpaid": "Die unten genannte Erstattung war niedriger, als zustand[; Differenz: {{amount}}].",
    "title.paid-differently-than-approved": "Erstattung niedriger als genehmigt",
    "what.paid-differently-than-approved":
      "Die unten genannte Erstattung war niedriger, als in dem Fall genehmigt wurde[; Differenz: {{amount}}].",
    "title.not-settled": "Genehmigte Erstattung in keiner Abrechnung",
    "what.not-settled":
      "Die unten genannte Erstattung wurde[ am {{date}}] genehmigt, und wir finden sie nicht vollständig in unseren Abrechnungen[; es fehlen {{amount}}].",
    "title.stock-not-received": "Erstattete Einheiten nicht in unserem Bestand",
    "what.stock-not-received":
      "Die unten genannte Erstattung erfolgte in Ware, und der Bestandsbericht (Inventory Ledger) zeigt keinen solchen Zugang[; es geht um {{units}}].",
    "title.reversed-without-return": "Erstattung zurückgebucht, Einheiten nicht zurückerhalten",
    "what.reversed-without-return":
      "Mit der unten genannten Rückbuchung wurde eine Erstattung[ am {{date}}] zurückgenommen, und wir finden keine Einheit des Artikels, die dafür zurückkam.",
    "title.reversed-above-original": "Rückbuchung höher als die Erstattung",
    "what.reversed-above-original":
      "Mit der unten genannten Rückbuchung wurde je Einheit mehr zurückgenommen, als ursprünglich erstattet worden war[; Differenz: {{amount}}].",

    "checked.lost": "Unsere Berichte zeigen dazu weder ein späteres Auffinden noch eine Erstattung.",
    "checked.damaged":
      "Unsere Berichte zeigen dazu weder eine Korrektur zurück auf „verkaufbar“ noch eine Erstattung.",
    "checked.disposed":
      "Unsere Berichte zeigen dazu weder einen Remissionsauftrag von uns noch eine Erstattung.",
    "checked.transfer":
      "Unsere Berichte zeigen dazu weder eine passende Ankunft noch ein Auffinden noch eine Erstattung.",
    "checked.inbound": "Unsere Berichte zeigen dazu weder einen späteren Wareneingang noch eine Erstattung.",
    "checked.label":
      "Unsere Berichte zeigen weder einen Wareneingang dieser Sendung noch eine Gutschrift der Belastung.",
    "checked.return": "Unsere Berichte zeigen dazu weder eine Rücksendung noch eine Erstattung.",
    "checked.restocked":
      "Unsere Berichte zeigen dazu weder eine Einbuchung in unseren Bestand noch eine Erstattung.",
    "checked.paid": "Unsere Berichte zeigen keine Erstattung, die dies abdeckt.",
    "checked.fee": "Unsere Berichte zeigen dazu keine Rückbuchung.",
    "checked.credit": "Unsere Berichte zeigen dazu keine weitere Gutschrift.",
    "checked.due":
      "Was zustand, ergibt sich aus unseren Kosten je Einheit oder, wenn ein Kunde die Einheit bestellt hatte, aus dem Preis der Bestellung abzüglich ihrer Gebühren.",
    "checked.together": "Alle Erstattungen, die wir zu dieser Fallnummer finden, sind mitgezählt.",
    "checked.settlement": "Wir haben die Abrechnungen dieser Zeit danach durchsucht.",
    "checked.stock": "Unsere Berichte zeigen um diesen Tag keine Buchung, die dazu gehört.",
    "checked.reversal":
      "Unsere Berichte zeigen weder ein Auffinden noch einen Wareneingang noch eine Rücksendung, die sie erklärt.",
    "checked.difference": "Wir bitten nur um die Differenz.",

    "ask.units":
      "Bitte prüfen Sie dies und erstatten Sie die Einheiten oder buchen Sie sie wieder in unseren Bestand ein.",
    "ask.reimburse":
      "Bitte prüfen Sie dies und erstatten Sie es nach der Richtlinie zur Erstattung von „Versand durch Amazon“-Lagerbestand.",
    "ask.charge": "Bitte prüfen Sie die Belastung und schreiben Sie uns den Betrag gut.",
    "ask.measure": "Bitte vermessen Sie den Artikel neu und schreiben Sie uns die Differenz gut.",
    "ask.recalculate": "Bitte berechnen Sie den Betrag neu und erstatten Sie die Differenz.",
    "ask.settle":
      "Bitte teilen Sie uns mit, mit welcher Abrechnung sie gezahlt wurde, oder zahlen Sie sie aus.",
    "ask.reinstate":
      "Bitte teilen Sie uns mit, auf welchen Einheiten die Rückbuchung beruht, oder zahlen Sie die Erstattung wieder aus.",
  };
}
