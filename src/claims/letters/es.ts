/** Case texts in Spanish (en.ts explains the form). Where Amazon's own words come from: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function spanish(): Words {
  return {
    phrases: {
      greeting: "Hola:",
      thanks: "Muchas gracias y un saludo",
      sentences: "{{first}} {{second}}",
      line: "{{label}}: {{value}}",
      named: "{{title}}[ – {{ids}}]",
      one: "{{n}} unidad",
      many: "{{n}} unidades",
      "subject.answer": "Respuesta a su solicitud[, caso {{case}}]: {{about}}",
      "subject.chase": "Consulta sobre el estado del caso[ {{case}}]: {{about}}",
      "subject.appeal": "Solicitud de revisión de la decisión[, caso {{case}}]: {{about}}",
      "subject.re-evaluation": "Solicitud de nuevo cálculo[, caso {{case}}]: {{about}}",
      "open.answer": "Esta es nuestra respuesta a su solicitud de más información.",
      "open.chase": "[Abrimos este caso el {{filed}}. ]Quisiéramos saber en qué estado se encuentra.",
      "open.undecided": "[Abrimos este caso el {{filed}}. ]Todavía no nos consta ninguna decisión.",
      "open.appealed":
        "[Abrimos este caso el {{filed}}. ]Pedimos que se revisara la decisión y todavía no nos consta ninguna respuesta.",
      "open.approved": "Han aprobado este caso[ ({{approved}})]; todavía no nos consta ningún pago.",
      "open.appeal":
        "[Rechazaron este caso el {{denied}}. ][El motivo indicado fue: «{{reason}}» ]Les pedimos que revisen esta decisión.",
      "open.re-evaluation":
        "[Hasta ahora han pagado {{paid}} en este caso. ]Les pedimos que comprueben cómo se ha calculado el importe.",
      "close.first":
        "Este caso trata solo de este hecho. Si en sus registros consta otra cosa, les rogamos que nos indiquen cuál.",
      "close.answer":
        "Les rogamos que continúen con el caso. Si todavía falta algo, indíquennos exactamente qué dato o documento.",
      "close.chase":
        "Les rogamos que nos indiquen el estado actual y si necesitan algo más de nuestra parte.",
      "close.approved": "Les rogamos que nos indiquen cuándo y en qué liquidación se paga.",
      "close.appeal":
        "Si mantienen la decisión, les rogamos que nos indiquen en qué registro se basa, por ejemplo un ID de reembolso o una línea del libro de inventario.",
      "again.amount":
        "Les rogamos que vuelvan a calcular el importe y paguen la diferencia, o que nos indiquen cómo se ha calculado.",
      "again.fee":
        "Les rogamos que vuelvan a medir el producto y recalculen las tarifas cobradas por él desde entonces.",
      enclosed: "Documentos adjuntos:",
      paper: "- {{kind}}[ ({{date}})][: {{proves}}]",
      "label.case": "ID de caso",
      "label.fnsku": "FNSKU",
      "label.asin": "ASIN",
      "label.msku": "SKU",
      "label.order": "Número de pedido",
      "label.removalOrder": "ID de la orden de retirada",
      "label.shipment": "ID de envío",
      "label.ledgerReference": "ID de referencia del libro de inventario",
      "label.reimbursement": "ID de reembolso",
      "label.reversal": "ID de reembolso de la anulación",
      "label.tracking": "Número de seguimiento",
      "label.plate": "LPN",
      "label.units": "Unidades afectadas",
      "label.ledgerDate": "Fecha en el libro de inventario",
      "label.departure": "Salida del centro logístico",
      "label.firstReceipt": "Primera recepción",
      "label.refund": "Reembolso al cliente",
      "label.refundOrReturn": "Reembolso o devolución",
      "label.refundOrReplacement": "Reembolso o reemplazo",
      "label.replacement": "Envío del reemplazo",
      "label.leftOn": "Enviado por Amazon el",
      "label.firstCharge": "Primer cargo",
      "label.secondCharge": "Nuevo cargo",
      "label.approval": "Aprobado el",
      "label.reversed": "Anulado el",
      "label.value": "Valor según nuestros datos",
      "label.atIssue": "Importe en cuestión",
      "checked.neither": "En nuestros informes no consta ni {{other}} ni un reembolso a nosotros.",
      "checked.label": "En nuestros informes no consta ni una recepción de este envío ni un abono del cargo.",
      "checked.paid": "En nuestros informes no consta ningún reembolso a nosotros que lo cubra.",
      "checked.fee": "En nuestros informes no consta ninguna anulación.",
      "checked.credit": "En nuestros informes no consta ningún otro abono.",
      "checked.cost": "El importe que correspondía resulta de nuestro coste por unidad.",
      "checked.price": "El importe que correspondía resulta del precio del pedido menos sus tarifas.",
      "checked.together": "Se cuentan todos los reembolsos que encontramos con este ID de caso.",
      "checked.settlement": "Lo hemos buscado en las liquidaciones de ese periodo.",
      "checked.stock":
        "En nuestros informes no consta en torno a esa fecha ningún otro movimiento que corresponda.",
      "checked.reversal":
        "En nuestros informes no consta para estas unidades ningún hallazgo, recepción o devolución que la explique.",
      "checked.difference": "Pedimos únicamente la diferencia.",
      "other.lost": "un hallazgo posterior",
      "other.damaged": "una corrección a apto para la venta",
      "other.disposed": "una orden de retirada nuestra",
      "other.transfer": "una llegada o un hallazgo que corresponda",
      "other.inbound": "una recepción posterior",
      "other.return": "una devolución",
      "other.restocked": "una entrada en nuestro inventario",
      "ask.units":
        "Les rogamos que lo comprueben y reembolsen las unidades o las devuelvan a nuestro inventario.",
      "ask.reimburse":
        "Les rogamos que lo comprueben y nos lo reembolsen según la política de reembolso de inventario de Logística de Amazon.",
      "ask.charge": "Les rogamos que comprueben el cargo y nos abonen el importe.",
      "ask.measure": "Les rogamos que vuelvan a medir el producto y nos abonen la diferencia.",
      "ask.recalculate": "Les rogamos que vuelvan a calcular el importe y paguen la diferencia.",
      "ask.settle": "Les rogamos que nos indiquen en qué liquidación se pagó, o que lo paguen.",
      "ask.reinstate":
        "Les rogamos que nos indiquen en qué unidades se basa la anulación, o que vuelvan a pagar el reembolso.",
    },
    papers: {
      "supplier invoice": "Factura del proveedor",
      "signed packing slip": "Albarán firmado",
      "proof of delivery": "Prueba de entrega",
      tracking: "Datos de seguimiento",
      "LPN photo": "Foto de la etiqueta LPN",
      photos: "Fotos",
      "removal order": "Orden de retirada",
      screenshot: "Captura de pantalla",
      "answer from Amazon": "Respuesta anterior de Amazon",
      other: "Otro documento",
    },

    cases: {
      "warehouse-lost": [
        "Unidades extraviadas en un centro logístico",
        "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] la pérdida del producto indicado abajo en un centro logístico[; aún pendiente: {{open}}].",
      ],
      "warehouse-damaged": [
        "Unidades dañadas en un centro logístico",
        "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] un daño causado por Amazon o su transportista al producto indicado abajo[; aún pendiente: {{open}}].",
      ],
      "disposed-without-request": [
        "Unidades eliminadas sin solicitud nuestra",
        "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] la eliminación o donación del producto indicado abajo[; aún pendiente: {{open}}].",
      ],
      "transfer-lost": [
        "Unidades extraviadas entre centros logísticos",
        "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] una salida del producto indicado abajo hacia otro centro logístico, y ninguna llegada[ de {{units}}].",
      ],
      "inbound-short": [
        "Unidades que faltan en un envío a Amazon",
        "En el envío indicado abajo mandamos más unidades del producto de las que constan como recibidas en el libro de inventario (Inventory Ledger).",
      ],
      "inbound-receipt-reversed": [
        "Recepción de un envío anulada",
        "En el libro de inventario (Inventory Ledger) consta, para el producto del envío indicado abajo, una recepción que después se anuló.",
      ],
      "carrier-label-unused": [
        "Etiquetas sin usar de un transportista asociado",
        "Se nos cobró el transportista asociado de Amazon, y el envío indicado abajo se canceló o se eliminó.",
      ],
      "refund-not-returned": [
        "Cliente reembolsado, producto no devuelto",
        "El cliente del pedido indicado abajo recibió un reembolso, y no encontramos ninguna devolución[ de {{units}}] del producto.",
      ],
      "returned-damaged-by-amazon": [
        "Devolución dañada por Amazon",
        "El informe de devoluciones de clientes indica que el producto del pedido indicado abajo se devolvió y fue dañado por Amazon o su transportista, no por el cliente.",
      ],
      "wrong-item-returned": [
        "Producto distinto devuelto",
        "Para el pedido indicado abajo se devolvió un producto distinto del que se había pedido. Abajo se indica el producto pedido.",
      ],
      "returned-not-restocked": [
        "Devolución apta para la venta ausente de nuestro inventario",
        "El informe de devoluciones de clientes indica que el producto del pedido indicado abajo se devolvió apto para la venta y volvió al inventario; en el libro de inventario (Inventory Ledger) no consta ese movimiento.",
      ],
      "replacement-not-returned": [
        "Reemplazo enviado, producto original no devuelto",
        "Al cliente del pedido indicado abajo se le envió[ el {{date}}] un reemplazo gratuito, y no encontramos ninguna devolución[ de {{units}}] del producto original.",
      ],
      "refund-above-payment": [
        "Reembolso superior al pago",
        "Al cliente del pedido indicado abajo se le reembolsó por el producto más de lo que se había pagado.",
      ],
      "removal-lost": [
        "Envío de retirada no recibido",
        "El paquete indicado abajo se envió[ el {{date}}] por nuestra orden de retirada y no nos ha llegado.",
      ],
      "removal-short": [
        "Unidades que faltan en un envío de retirada",
        "El paquete indicado abajo, enviado por nuestra orden de retirada, llegó con menos unidades del producto de las enviadas.",
      ],
      "fulfilment-fee-high": [
        "Tarifa de gestión logística superior al nivel de tamaño del producto",
        "Por el producto indicado abajo se nos cobraron tarifas de gestión logística superiores a las del nivel de tamaño que resulta de nuestras medidas.",
      ],
      "referral-fee-high": [
        "Tarifa por referencia superior a la de la categoría",
        "Por el producto indicado abajo se nos cobraron tarifas por referencia superiores al porcentaje de su categoría.",
      ],
      "fee-charged-twice": [
        "Tarifa cobrada dos veces",
        "Por el producto del pedido indicado abajo se cobró una tarifa una vez más de las que se vendió el producto[; el cargo sobrante es del {{date}}].",
      ],
      "referral-fee-not-credited": [
        "Tarifa por referencia no abonada tras un reembolso",
        "El pedido indicado abajo se reembolsó[ el {{date}}], y de la tarifa por referencia se abonó menos de lo debido tras descontar la tarifa de administración del reembolso.",
      ],
      underpaid: [
        "Reembolso demasiado bajo",
        "El reembolso indicado abajo es inferior a lo que correspondía.",
      ],
      "paid-differently-than-approved": [
        "Reembolso inferior a lo aprobado",
        "El reembolso indicado abajo es inferior a lo aprobado en el caso.",
      ],
      "not-settled": [
        "Reembolso aprobado ausente de las liquidaciones",
        "El reembolso indicado abajo se aprobó[ el {{date}}], y no lo encontramos completo en nuestras liquidaciones.",
      ],
      "stock-not-received": [
        "Unidades reembolsadas ausentes de nuestro inventario",
        "El reembolso indicado abajo se hizo en inventario, y en el libro de inventario (Inventory Ledger) no consta la entrada de todas sus unidades.",
      ],
      "reversed-without-return": [
        "Reembolso anulado sin devolución de las unidades",
        "Con la anulación indicada abajo se retiró un reembolso[ el {{date}}], y no encontramos que las unidades afectadas hayan vuelto.",
      ],
      "reversed-above-original": [
        "Anulación superior al reembolso",
        "Con la anulación indicada abajo se retiró por unidad más de lo que había pagado el reembolso original.",
      ],
    },
  };
}
