/** Case texts in Spanish (en.ts explains the form). Amazon's own words: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function spanish(): Words {
  return {
    greeting: "Hola:",
    thanks: "Muchas gracias y un saludo",
    sentences: "{{first}} {{second}}",
    line: "{{label}}: {{value}}",
    named: "{{title}}[ – {{ids}}]",
    one: "{{n}} unidad",
    many: "{{n}} unidades",

    "subject.first": "{{about}}",
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
    "close.chase": "Les rogamos que nos indiquen el estado actual y si necesitan algo más de nuestra parte.",
    "close.approved": "Les rogamos que nos indiquen cuándo y en qué liquidación se paga.",
    "close.appeal":
      "Si mantienen la decisión, les rogamos que nos indiquen en qué registro se basa, por ejemplo un ID de reembolso o una línea del libro de inventario.",

    "again.amount":
      "Les rogamos que vuelvan a calcular el importe y paguen la diferencia, o que nos indiquen cómo se ha calculado.",
    "again.fee":
      "Les rogamos que vuelvan a medir el producto y recalculen las tarifas cobradas por él desde entonces.",

    papers: "Documentos adjuntos:",
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
    "label.units": "Unidades",
    "label.ledgerDate": "Fecha en el libro de inventario",
    "label.departure": "Salida del centro logístico",
    "label.firstReceipt": "Primera recepción",
    "label.refund": "Reembolso al cliente",
    "label.refundOrReturn": "Reembolso o devolución",
    "label.replacement": "Envío del reemplazo",
    "label.leftOn": "Enviado por Amazon el",
    "label.firstCharge": "Primer cargo",
    "label.secondCharge": "Nuevo cargo",
    "label.approval": "Aprobado el",
    "label.reversed": "Anulado el",
    "label.value": "Valor según nuestros datos",
    "label.atIssue": "Importe en cuestión",

    "title.warehouse-lost": "Unidades extraviadas en un centro logístico",
    "what.warehouse-lost":
      "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] la pérdida[ de {{units}}] del producto indicado abajo en un centro logístico.",
    "title.warehouse-damaged": "Unidades dañadas en un centro logístico",
    "what.warehouse-damaged":
      "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] un daño causado por Amazon o su transportista al producto indicado abajo[ ({{units}})].",
    "title.disposed-without-request": "Unidades eliminadas sin solicitud nuestra",
    "what.disposed-without-request":
      "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] la eliminación o donación[ de {{units}}] del producto indicado abajo.",
    "title.transfer-lost": "Unidades extraviadas entre centros logísticos",
    "what.transfer-lost":
      "En el libro de inventario (Inventory Ledger) consta[, con fecha {{date}},] la salida[ de {{units}}] del producto indicado abajo hacia otro centro logístico, y ninguna llegada.",
    "title.inbound-short": "Unidades que faltan en un envío a Amazon",
    "what.inbound-short":
      "En el envío indicado abajo mandamos más unidades del producto de las que constan como recibidas en el libro de inventario (Inventory Ledger)[; diferencia: {{units}}].",
    "title.inbound-receipt-reversed": "Recepción de un envío anulada",
    "what.inbound-receipt-reversed":
      "En el libro de inventario (Inventory Ledger) consta, para el producto del envío indicado abajo, una recepción que después se anuló[ ({{units}})].",
    "title.carrier-label-unused": "Etiquetas sin usar de un transportista asociado",
    "what.carrier-label-unused":
      "Se nos cobró el transportista asociado de Amazon, y el envío indicado abajo se canceló o se eliminó.",
    "title.refund-not-returned": "Cliente reembolsado, producto no devuelto",
    "what.refund-not-returned":
      "El cliente del pedido indicado abajo recibió un reembolso[ el {{date}}], y no encontramos ninguna devolución[ de {{units}}] del producto.",
    "title.returned-damaged-by-amazon": "Devolución dañada por Amazon",
    "what.returned-damaged-by-amazon":
      "El informe de devoluciones de clientes indica que el producto del pedido indicado abajo se devolvió y fue dañado por Amazon o su transportista, no por el cliente[ ({{units}})].",
    "title.wrong-item-returned": "Producto distinto devuelto",
    "what.wrong-item-returned":
      "Para el pedido indicado abajo se devolvió un producto distinto del que se había pedido. Abajo se indica el producto pedido.",
    "title.returned-not-restocked": "Devolución apta para la venta ausente de nuestro inventario",
    "what.returned-not-restocked":
      "El informe de devoluciones de clientes indica que el producto del pedido indicado abajo se devolvió apto para la venta y volvió al inventario[ ({{units}})]; en el libro de inventario (Inventory Ledger) no consta ese movimiento.",
    "title.replacement-not-returned": "Reemplazo enviado, producto original no devuelto",
    "what.replacement-not-returned":
      "Al cliente del pedido indicado abajo se le envió[ el {{date}}] un reemplazo gratuito, y no encontramos ninguna devolución[ de {{units}}] del producto original.",
    "title.refund-above-payment": "Reembolso superior al pago",
    "what.refund-above-payment":
      "Al cliente del pedido indicado abajo se le reembolsó por el producto más de lo que se había pagado[; diferencia: {{amount}}].",
    "title.removal-lost": "Envío de retirada no recibido",
    "what.removal-lost":
      "El paquete indicado abajo[, con {{units}} del producto,] se envió[ el {{date}}] por nuestra orden de retirada y no nos ha llegado.",
    "title.removal-short": "Unidades que faltan en un envío de retirada",
    "what.removal-short":
      "El paquete indicado abajo, enviado por nuestra orden de retirada, llegó con menos unidades del producto de las enviadas[; diferencia: {{units}}].",
    "title.fulfilment-fee-high": "Tarifa de gestión logística superior al nivel de tamaño del producto",
    "what.fulfilment-fee-high":
      "Por el producto indicado abajo se nos cobraron tarifas de gestión logística superiores a las del nivel de tamaño que resulta de nuestras medidas[; diferencia: {{amount}}].",
    "title.referral-fee-high": "Tarifa por referencia superior a la de la categoría",
    "what.referral-fee-high":
      "Por el producto indicado abajo se nos cobraron tarifas por referencia superiores al porcentaje de su categoría[; diferencia: {{amount}}].",
    "title.fee-charged-twice": "Tarifa cobrada dos veces",
    "what.fee-charged-twice":
      "Por el producto del pedido indicado abajo se cobró una tarifa una vez más de las que se vendió el producto[; el cargo sobrante es del {{date}}].",
    "title.referral-fee-not-credited": "Tarifa por referencia no abonada tras un reembolso",
    "what.referral-fee-not-credited":
      "El pedido indicado abajo se reembolsó[ el {{date}}], y de la tarifa por referencia se abonó menos de lo debido tras descontar la tarifa de administración del reembolso[; diferencia: {{amount}}].",
    "title.underpaid": "Reembolso demasiado bajo",
    "what.underpaid":
      "El reembolso indicado abajo es inferior a lo que correspondía[; diferencia: {{amount}}].",
    "title.paid-differently-than-approved": "Reembolso inferior a lo aprobado",
    "what.paid-differently-than-approved":
      "El reembolso indicado abajo es inferior a lo aprobado en el caso[; diferencia: {{amount}}].",
    "title.not-settled": "Reembolso aprobado ausente de las liquidaciones",
    "what.not-settled":
      "El reembolso indicado abajo se aprobó[ el {{date}}], y no lo encontramos completo en nuestras liquidaciones[; importe que falta: {{amount}}].",
    "title.stock-not-received": "Unidades reembolsadas ausentes de nuestro inventario",
    "what.stock-not-received":
      "El reembolso indicado abajo se hizo en inventario, y en el libro de inventario (Inventory Ledger) no consta esa entrada[; se trata de {{units}}].",
    "title.reversed-without-return": "Reembolso anulado sin devolución de las unidades",
    "what.reversed-without-return":
      "Con la anulación indicada abajo se retiró un reembolso[ el {{date}}], y no encontramos ninguna unidad del producto que volviera a cambio.",
    "title.reversed-above-original": "Anulación superior al reembolso",
    "what.reversed-above-original":
      "Con la anulación indicada abajo se retiró por unidad más de lo que había pagado el reembolso original[; diferencia: {{amount}}].",

    "checked.lost": "En nuestros informes no consta ni un hallazgo posterior ni un reembolso.",
    "checked.damaged":
      "En nuestros informes no consta ni una corrección a apto para la venta ni un reembolso.",
    "checked.disposed": "En nuestros informes no consta ni una orden de retirada nuestra ni un reembolso.",
    "checked.transfer":
      "En nuestros informes no consta ni una llegada que corresponda, ni un hallazgo, ni un reembolso.",
    "checked.inbound": "En nuestros informes no consta ni una recepción posterior ni un reembolso.",
    "checked.label": "En nuestros informes no consta ni una recepción de este envío ni un abono del cargo.",
    "checked.return": "En nuestros informes no consta ni una devolución ni un reembolso a nosotros.",
    "checked.restocked":
      "En nuestros informes no consta ni una entrada en nuestro inventario ni un reembolso.",
    "checked.paid": "En nuestros informes no consta ningún reembolso a nosotros que lo cubra.",
    "checked.fee": "En nuestros informes no consta ninguna anulación.",
    "checked.credit": "En nuestros informes no consta ningún otro abono.",
    "checked.due":
      "El importe que correspondía resulta de nuestro coste por unidad o, si un cliente había pedido la unidad, del precio del pedido menos sus tarifas.",
    "checked.together": "Se cuentan todos los reembolsos que encontramos con este ID de caso.",
    "checked.settlement": "Lo hemos buscado en las liquidaciones de ese periodo.",
    "checked.stock": "En nuestros informes no consta en torno a esa fecha ningún movimiento que corresponda.",
    "checked.reversal":
      "En nuestros informes no consta ningún hallazgo, recepción o devolución que la explique.",
    "checked.difference": "Pedimos únicamente la diferencia.",

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
  };
}
