/** Case texts in Italian (en.ts explains the form). Where Amazon's own words come from: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function italian(): Words {
  return {
    phrases: {
      greeting: "Buongiorno,",
      thanks: "Grazie e cordiali saluti",
      sentences: "{{first}} {{second}}",
      line: "{{label}}: {{value}}",
      named: "{{title}}[ – {{ids}}]",
      one: "{{n}} unità",
      many: "{{n}} unità",
      "subject.answer": "Risposta alla richiesta di informazioni[, caso {{case}}]: {{about}}",
      "subject.chase": "Richiesta sullo stato del caso[ {{case}}]: {{about}}",
      "subject.appeal": "Richiesta di riesame della decisione[, caso {{case}}]: {{about}}",
      "subject.re-evaluation": "Richiesta di ricalcolo[, caso {{case}}]: {{about}}",
      "open.answer": "Questa è la nostra risposta alla vostra richiesta di ulteriori informazioni.",
      "open.chase": "[Abbiamo aperto questo caso il {{filed}}. ]Vorremmo sapere a che punto è.",
      "open.undecided": "[Abbiamo aperto questo caso il {{filed}}. ]Non ci risulta ancora una decisione.",
      "open.appealed":
        "[Abbiamo aperto questo caso il {{filed}}. ]Abbiamo chiesto il riesame della decisione e non ci risulta ancora una risposta.",
      "open.approved": "Avete approvato questo caso[ ({{approved}})]; non ci risulta ancora un pagamento.",
      "open.appeal":
        "[Avete respinto questo caso il {{denied}}. ][Il motivo indicato era: «{{reason}}» ]Vi chiediamo di riesaminare la decisione.",
      "open.re-evaluation":
        "[Finora in questo caso avete pagato {{paid}}. ]Vi chiediamo di verificare come è stato calcolato l'importo.",
      "close.first":
        "Questo caso riguarda solo questo evento. Se dai vostri dati risulta altro, vi preghiamo di indicarci che cosa.",
      "close.answer":
        "Vi preghiamo di proseguire con il caso. Se manca ancora qualcosa, indicateci con precisione quale dato o documento.",
      "close.chase":
        "Vi preghiamo di indicarci lo stato attuale e se avete bisogno di altro da parte nostra.",
      "close.approved": "Vi preghiamo di indicarci quando e con quale liquidazione avviene il pagamento.",
      "close.appeal":
        "Se confermate la decisione, vi preghiamo di indicarci il dato su cui si basa, ad esempio un ID rimborso o una riga del registro inventario.",
      "again.amount":
        "Vi preghiamo di ricalcolare l'importo e di pagare la differenza, oppure di indicarci come è stato calcolato.",
      "again.fee":
        "Vi preghiamo di misurare di nuovo l'articolo e di ricalcolare le tariffe addebitate da allora.",
      enclosed: "Documenti allegati:",
      paper: "- {{kind}}[ ({{date}})][: {{proves}}]",
      "label.case": "ID caso",
      "label.fnsku": "FNSKU",
      "label.asin": "ASIN",
      "label.msku": "SKU",
      "label.order": "Numero ordine",
      "label.removalOrder": "ID ordine di rimozione",
      "label.shipment": "ID spedizione",
      "label.ledgerReference": "ID di riferimento del registro inventario",
      "label.reimbursement": "ID rimborso",
      "label.reversal": "ID rimborso dello storno",
      "label.tracking": "Numero di tracking",
      "label.plate": "LPN",
      "label.units": "Unità interessate",
      "label.ledgerDate": "Data nel registro inventario",
      "label.departure": "Uscita dal centro logistico",
      "label.firstReceipt": "Prima ricezione",
      "label.refund": "Rimborso al cliente",
      "label.refundOrReturn": "Rimborso o reso",
      "label.refundOrReplacement": "Rimborso o sostituzione",
      "label.replacement": "Invio della sostituzione",
      "label.leftOn": "Spedito da Amazon il",
      "label.firstCharge": "Primo addebito",
      "label.secondCharge": "Nuovo addebito",
      "label.approval": "Approvato il",
      "label.reversed": "Stornato il",
      "label.value": "Valore secondo i nostri dati",
      "label.atIssue": "Importo in questione",
      "checked.neither": "Nei nostri report non risulta né {{other}} né un rimborso a noi.",
      "checked.label":
        "Nei nostri report non risulta né una ricezione di questa spedizione né un accredito dell'addebito.",
      "checked.paid": "Nei nostri report non risulta alcun rimborso che lo copra.",
      "checked.fee": "Nei nostri report non risulta alcuno storno.",
      "checked.credit": "Nei nostri report non risulta alcun altro accredito.",
      "checked.cost": "L'importo dovuto risulta dal nostro costo unitario.",
      "checked.price": "L'importo dovuto risulta dal prezzo dell'ordine meno le sue tariffe.",
      "checked.together": "Sono contati tutti i rimborsi che troviamo con questo ID caso.",
      "checked.settlement": "Lo abbiamo cercato nelle liquidazioni di quel periodo.",
      "checked.stock":
        "Nei nostri report non risulta intorno a quella data alcun altro movimento corrispondente.",
      "checked.reversal":
        "Nei nostri report non risulta per queste unità un ritrovamento, una ricezione o un reso che lo spieghi.",
      "checked.difference": "Chiediamo solo la differenza.",
      "other.lost": "un ritrovamento successivo",
      "other.damaged": "una correzione a vendibile",
      "other.disposed": "un nostro ordine di rimozione",
      "other.transfer": "un arrivo o un ritrovamento corrispondente",
      "other.inbound": "una ricezione successiva",
      "other.return": "un reso",
      "other.restocked": "un'entrata nel nostro inventario",
      "ask.units":
        "Vi preghiamo di verificare e di rimborsare le unità o di rimetterle nel nostro inventario.",
      "ask.reimburse":
        "Vi preghiamo di verificare e di rimborsarci secondo la politica di rimborso dell'inventario di Logistica di Amazon.",
      "ask.charge": "Vi preghiamo di verificare l'addebito e di accreditarci l'importo.",
      "ask.measure": "Vi preghiamo di misurare di nuovo l'articolo e di accreditarci la differenza.",
      "ask.recalculate": "Vi preghiamo di ricalcolare l'importo e di pagare la differenza.",
      "ask.settle": "Vi preghiamo di indicarci con quale liquidazione è stato pagato, oppure di pagarlo.",
      "ask.reinstate":
        "Vi preghiamo di indicarci su quali unità si basa lo storno, oppure di pagare di nuovo il rimborso.",
    },
    papers: {
      "supplier invoice": "Fattura del fornitore",
      "signed packing slip": "Documento di trasporto firmato",
      "proof of delivery": "Prova di consegna",
      tracking: "Dati di tracking",
      "LPN photo": "Foto dell'etichetta LPN",
      photos: "Foto",
      "removal order": "Ordine di rimozione",
      screenshot: "Schermata",
      "answer from Amazon": "Risposta precedente di Amazon",
      other: "Altro documento",
    },

    cases: {
      "warehouse-lost": [
        "Unità smarrite in un centro logistico",
        "Il registro inventario (Inventory Ledger) riporta[ in data {{date}}] lo smarrimento dell'articolo indicato sotto in un centro logistico[; ancora in sospeso: {{open}}].",
      ],
      "warehouse-damaged": [
        "Unità danneggiate in un centro logistico",
        "Il registro inventario (Inventory Ledger) riporta[ in data {{date}}] un danno causato da Amazon o dal suo corriere all'articolo indicato sotto[; ancora in sospeso: {{open}}].",
      ],
      "disposed-without-request": [
        "Unità smaltite senza nostra richiesta",
        "Il registro inventario (Inventory Ledger) riporta[ in data {{date}}] lo smaltimento o la donazione dell'articolo indicato sotto[; ancora in sospeso: {{open}}].",
      ],
      "transfer-lost": [
        "Unità smarrite tra due centri logistici",
        "Il registro inventario (Inventory Ledger) riporta[ in data {{date}}] un'uscita dell'articolo indicato sotto verso un altro centro logistico, e nessun arrivo[ per {{units}}].",
      ],
      "inbound-short": [
        "Unità mancanti in una spedizione ad Amazon",
        "Con la spedizione indicata sotto abbiamo inviato più unità dell'articolo di quante ne risultino ricevute nel registro inventario (Inventory Ledger).",
      ],
      "inbound-receipt-reversed": [
        "Ricezione di una spedizione annullata",
        "Il registro inventario (Inventory Ledger) riporta per l'articolo della spedizione indicata sotto una ricezione poi annullata.",
      ],
      "carrier-label-unused": [
        "Etichette inutilizzate di un corriere affiliato",
        "Ci è stato addebitato il corriere affiliato di Amazon, e la spedizione indicata sotto è stata annullata o eliminata.",
      ],
      "refund-not-returned": [
        "Cliente rimborsato, articolo non restituito",
        "Il cliente dell'ordine indicato sotto è stato rimborsato, e non troviamo alcun reso[ di {{units}}] dell'articolo.",
      ],
      "returned-damaged-by-amazon": [
        "Reso danneggiato da Amazon",
        "Il report sui resi dei clienti indica che l'articolo dell'ordine indicato sotto è stato restituito e danneggiato da Amazon o dal suo corriere, non dal cliente.",
      ],
      "wrong-item-returned": [
        "Articolo diverso restituito",
        "Per l'ordine indicato sotto è stato restituito un articolo diverso da quello ordinato. Sotto è indicato l'articolo ordinato.",
      ],
      "returned-not-restocked": [
        "Reso vendibile assente dal nostro inventario",
        "Il report sui resi dei clienti indica che l'articolo dell'ordine indicato sotto è stato restituito in condizioni vendibili e rimesso in inventario; il registro inventario (Inventory Ledger) non riporta questo movimento.",
      ],
      "replacement-not-returned": [
        "Sostituzione inviata, articolo originale non restituito",
        "Al cliente dell'ordine indicato sotto è stata inviata[ il {{date}}] una sostituzione gratuita, e non troviamo alcun reso[ di {{units}}] dell'articolo originale.",
      ],
      "refund-above-payment": [
        "Rimborso superiore al pagamento",
        "Al cliente dell'ordine indicato sotto è stato rimborsato per l'articolo più di quanto era stato pagato.",
      ],
      "removal-lost": [
        "Spedizione di rimozione non ricevuta",
        "Il pacco indicato sotto è stato spedito[ il {{date}}] per il nostro ordine di rimozione e non ci è arrivato.",
      ],
      "removal-short": [
        "Unità mancanti in una spedizione di rimozione",
        "Il pacco indicato sotto, spedito per il nostro ordine di rimozione, è arrivato con meno unità dell'articolo di quelle spedite.",
      ],
      "fulfilment-fee-high": [
        "Costi di gestione superiori alla fascia dimensionale dell'articolo",
        "Per l'articolo indicato sotto ci sono stati addebitati costi di gestione di Logistica di Amazon superiori a quelli della fascia dimensionale che risulta dalle nostre misure.",
      ],
      "referral-fee-high": [
        "Commissione per segnalazione superiore alla percentuale della categoria",
        "Per l'articolo indicato sotto ci sono state addebitate commissioni per segnalazione superiori alla percentuale della sua categoria.",
      ],
      "fee-charged-twice": [
        "Tariffa addebitata due volte",
        "Per l'articolo dell'ordine indicato sotto una tariffa è stata addebitata una volta in più di quante l'articolo sia stato venduto[; l'addebito in eccesso è del {{date}}].",
      ],
      "referral-fee-not-credited": [
        "Commissione per segnalazione non accreditata dopo un rimborso",
        "L'ordine indicato sotto è stato rimborsato[ il {{date}}], e della commissione per segnalazione è stato accreditato meno di quanto dovuto dopo la detrazione della commissione di gestione del rimborso.",
      ],
      underpaid: ["Rimborso troppo basso", "Il rimborso indicato sotto è inferiore a quanto dovuto."],
      "paid-differently-than-approved": [
        "Rimborso inferiore a quanto approvato",
        "Il rimborso indicato sotto è inferiore a quanto approvato nel caso.",
      ],
      "not-settled": [
        "Rimborso approvato assente dalle liquidazioni",
        "Il rimborso indicato sotto è stato approvato[ il {{date}}], e non lo troviamo per intero nelle nostre liquidazioni.",
      ],
      "stock-not-received": [
        "Unità rimborsate assenti dal nostro inventario",
        "Il rimborso indicato sotto è stato fatto in inventario, e il registro inventario (Inventory Ledger) non riporta l'entrata di tutte le sue unità.",
      ],
      "reversed-without-return": [
        "Rimborso stornato senza restituzione delle unità",
        "Con lo storno indicato sotto un rimborso è stato ripreso[ il {{date}}], e non troviamo che le unità interessate siano tornate.",
      ],
      "reversed-above-original": [
        "Storno superiore al rimborso",
        "Con lo storno indicato sotto è stato ripreso per unità più di quanto il rimborso originale avesse pagato.",
      ],
    },
  };
}
