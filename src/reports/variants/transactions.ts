import type { HeaderVariant } from "./variant.ts";

export const transactionsVariants: readonly HeaderVariant[] = [
  {
    name: "US 2026, 31 columns (Regulatory Fee + status, no account type)",
    evidence: "fixture",
    delimiter: "comma quoted",
    source: "parser test with live header, June 2026",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\tfulfillment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tRegulatory Fee\tTax On Regulatory Fee\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal\tTransaction Status\tTransaction Release Date",
  },
  {
    name: "US, 30 columns (account type + status)",
    evidence: "template",
    delimiter: "comma",
    source:
      'support547/Recon@1ad43bb: public/upload-templates/payment_repository.csv (there lower-case: "gift wrap credits tax","transaction status","transaction release date")',
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\taccount type\tfulfillment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal\tTransaction Status\tTransaction Release Date",
  },
  {
    name: "US, 32 columns (account type + Regulatory Fee + status)",
    evidence: "alias-map",
    delimiter: "comma",
    source: "alias list of a live importer; column order inferred",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\taccount type\tfulfillment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tRegulatory Fee\tTax On Regulatory Fee\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal\tTransaction Status\tTransaction Release Date",
  },
  {
    name: "US 2022-23, 30 columns (account type + Regulatory Fee)",
    evidence: "observed",
    delimiter: "comma",
    source: "real header and row of May 2023",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\taccount type\tfulfillment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tRegulatory Fee\tTax On Regulatory Fee\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal",
  },
  {
    name: "US 2020-22, 28 columns (account type)",
    evidence: "observed",
    delimiter: "comma quoted",
    source: "and other loaders",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\taccount type\tfulfillment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal",
  },
  {
    name: "US, 27 columns with no order city/state/postal",
    evidence: "observed",
    delimiter: "comma",
    source: "(README row of 8 Jun 2025; its date is unquoted, so the row splits into 28 cells)",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\taccount type\tfulfillment\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tRegulatory Fee\tTax On Regulatory Fee\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal",
  },
  {
    name: "US 2017-19, still AE/SA 2026: 23 columns",
    evidence: "observed",
    delimiter: "comma quoted",
    source: "a public repository",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\tfulfillment\torder city\torder state\torder postal\tproduct sales\tshipping credits\tgift wrap credits\tpromotional rebates\tsales tax collected\tMarketplace Facilitator Tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal",
  },
  {
    name: "US oldest, 21 columns",
    evidence: "alias-map",
    delimiter: "comma quoted",
    source: "seen in an older loader (id not kept): the 23-column layout without the two tax columns",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\tfulfillment\torder city\torder state\torder postal\tproduct sales\tshipping credits\tgift wrap credits\tpromotional rebates\tselling fees\tfba fees\tother transaction fees\tother\ttotal",
  },
  {
    name: "25-column group with status (AE, SA, IE and others, English)",
    evidence: "alias-map",
    delimiter: "comma",
    source: "alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\tfulfillment\torder city\torder state\torder postal\tproduct sales\tshipping credits\tgift wrap credits\tpromotional rebates\tsales tax collected\tMarketplace Facilitator Tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal\tTransaction Status\tTransaction Release Date",
  },
  {
    name: "UK, 29 columns",
    evidence: "alias-map",
    delimiter: "comma quoted",
    source:
      'alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05;. Note "fulfilment", "postage credits" but "shipping credits tax"',
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\tfulfilment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tpostage credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tpromotional rebates\tpromotional rebates tax\tmarketplace withheld tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal\tTransaction Status\tTransaction Release Date",
  },
  {
    name: "CA 2021, 26 columns",
    evidence: "alias-map",
    delimiter: "comma",
    source: "newer CA files add Regulatory Fee columns",
    header:
      "date/time\tsettlement id\ttype\torder id\tsku\tdescription\tquantity\tmarketplace\tfulfillment\torder city\torder state\torder postal\ttax collection model\tproduct sales\tproduct sales tax\tshipping credits\tshipping credits tax\tgift wrap credits\tgiftwrap credits tax\tpromotional rebates\tpromotional rebates tax\tselling fees\tfba fees\tother transaction fees\tother\ttotal",
  },
  {
    name: "DE, 29 columns",
    evidence: "observed",
    delimiter: "comma quoted",
    source:
      'column map "validated on 63,415 rows"; alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05',
    header:
      "Datum/Uhrzeit\tAbrechnungsnummer\tTyp\tBestellnummer\tSKU\tBeschreibung\tMenge\tMarketplace\tVersand\tOrt der Bestellung\tBundesland\tPostleitzahl\tSteuererhebungsmodell\tUmsätze\tProduktumsatzsteuer\tGutschrift für Versandkosten\tSteuer auf Versandgutschrift\tGutschrift für Geschenkverpackung\tSteuer auf Geschenkverpackungsgutschriften\tRabatte aus Werbeaktionen\tSteuer auf Aktionsrabatte\tEinbehaltene Steuer auf Marketplace\tVerkaufsgebühren\tGebühren zu Versand durch Amazon\tAndere Transaktionsgebühren\tAndere\tGesamt\tTransaktionsstatus\tFreigabedatum der Transaktion",
  },
  {
    name: "FR, 29 columns",
    evidence: "observed",
    delimiter: "comma quoted",
    source: 'real header; note the curly apostrophe in "crédits d’expédition" (17th) only',
    header:
      "date/heure\tnuméro de versement\ttype\tnuméro de la commande\tsku\tdescription\tquantité\tMarketplace\ttraitement\tville d'où provient la commande\tRégion d'où provient la commande\tcode postal de la commande\tModèle de perception des taxes\tventes de produits\tTaxes sur la vente des produits\tcrédits d'expédition\ttaxe sur les crédits d’expédition\tcrédits sur l'emballage cadeau\tTaxes sur les crédits cadeaux\tRabais promotionnels\tTaxes sur les remises promotionnelles\tTaxes retenues sur le site de vente\tfrais de vente\tFrais Expédié par Amazon\tautres frais de transaction\tautre\ttotal\tStatut de la transaction\tDate de sortie de la transaction",
  },
  {
    name: "ES 2026, 29 columns",
    evidence: "observed",
    delimiter: "comma quoted",
    source:
      "Moloka-Store/moloka-app@043f91c: procesador_transacciones.py (measured 28 Jul 2026, accents stripped there); accents and caps from alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05",
    header:
      "fecha y hora\tidentificador de pago\ttipo\tnúmero de pedido\tsku\tdescripción\tcantidad\tweb de Amazon\tgestión logística\tciudad de procedencia del pedido\tcomunidad autónoma de procedencia del pedido\tcódigo postal de procedencia del pedido\tFormulario de recaudación de impuestos\tventas de productos\timpuesto de ventas de productos\tabonos de envío\timpuestos por abonos de envío\tabonos de envoltorio para regalo\timpuestos por abonos de envoltorio para regalo\tdevoluciones promocionales\timpuestos de descuentos por promociones\timpuesto retenido en el sitio web\ttarifas de venta\ttarifas de Logística de Amazon\ttarifas de otras transacciones\totro\ttotal\tEstado de la transacción\tFecha de liberación de la transacción",
  },
  {
    name: "ES 2021, 27 columns (two English names left in)",
    evidence: "alias-map",
    delimiter: "comma quoted",
    source: "a public repository",
    header:
      "fecha y hora\tidentificador de pago\ttipo\tnúmero de pedido\tsku\tdescripción\tcantidad\tweb de Amazon\tgestión logística\tciudad de procedencia del pedido\tcomunidad autónoma de procedencia del pedido\tcódigo postal de procedencia del pedido\tFormulario de recaudación de impuestos\tventas de productos\tproduct sales tax\tabonos de envío\timpuestos por abonos de envío\tabonos de envoltorio para regalo\tgiftwrap credits tax\tdevoluciones promocionales\timpuestos de descuentos por promociones\timpuesto retenido en el sitio web\ttarifas de venta\ttarifas de Logística de Amazon\ttarifas de otras transacciones\totro\ttotal",
  },
  {
    name: "IT, 29 columns (first header ends with a colon)",
    evidence: "observed",
    delimiter: "comma quoted",
    source:
      "Moloka-Store/moloka-app@043f91c: procesador_transacciones.py; alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05",
    header:
      "Data/Ora:\tNumero pagamento\tTipo\tNumero ordine\tSKU\tDescrizione\tQuantità\tMarketplace\tGestione\tCittà di provenienza dell'ordine\tProvincia di provenienza dell'ordine\tCAP dell'ordine\tmodello di riscossione delle imposte\tVendite\timposta sulle vendite dei prodotti\tAccrediti per le spedizioni\timposta accrediti per le spedizioni\tAccrediti per confezioni regalo\timposta sui crediti confezione regalo\tSconti promozionali\timposta sugli sconti promozionali\ttrattenuta IVA del marketplace\tCommissioni di vendita\tCosti del servizio Logistica di Amazon\tAltri costi relativi alle transazioni\tAltro\ttotale\tStato della transazione\tData di rilascio della transazione",
  },
  {
    name: "JP, 30 columns",
    evidence: "observed",
    delimiter: "comma quoted",
    source: "real file Aug 2026",
    header:
      "日付/時間\t決済番号\tトランザクションの種類\t注文番号\tSKU\t説明\t数量\tAmazon 出品サービス\tフルフィルメント\t市町村\t都道府県\t郵便番号\t税金徴収型\t商品売上\t商品の売上税\t配送料\t配送料の税金\tギフト包装手数料\tギフト包装クレジットの税金\tAmazonポイントの費用\tプロモーション割引額\tプロモーション割引の税金\t源泉徴収税を伴うマーケットプレイス\t手数料\tFBA 手数料\tトランザクションに関するその他の手数料\tその他\t合計\tトランザクションのステータス\tトランザクション開始日",
  },
  {
    name: "MX, 27 columns",
    evidence: "alias-map",
    delimiter: "comma",
    source:
      'newer files add "Tarifa reglamentaria","Impuesto sobre tarifa reglamentaria" after "impuesto de créditos de envoltura"',
    header:
      "fecha/hora\tId. de liquidación\ttipo\tId. del pedido\tsku\tdescripción\tcantidad\tmarketplace\tcumplimiento\tciudad del pedido\testado del pedido\tcódigo postal del pedido\tmodelo de recaudación de impuestos\tventas de productos\timpuesto de ventas de productos\tcréditos de envío\timpuesto de abono de envío\tcréditos por envoltorio de regalo\timpuesto de créditos de envoltura\tdescuentos promocionales\timpuesto de reembolsos promocionales\timpuesto de retenciones en la plataforma\ttarifas de venta\ttarifas fba\ttarifas de otra transacción\totro\ttotal",
  },
  {
    name: "NL, 25 columns",
    evidence: "alias-map",
    delimiter: "comma",
    source:
      "alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05 (names exact, order inferred from the English 25-column layout)",
    header:
      "datum/tijd\tschikkings-ID\ttype\tbestelnummer\tsku\tbeschrijving\taantal\tmarketplace\tfulfillment\tbestelling stad\tstatus bestelling\tbestelling per post\tverkoop van producten\tVerzendtegoeden\tkredietpunten cadeauverpakking\tpromotiekortingen\tgeïnde omzetbelasting\tBelasting voor marketplace-facilitator\tverkoopkosten\tfba-vergoedingen\toverige transactiekosten\toverige\ttotaal\tTransactiestatus\tPublicatiedatum van transactie",
  },
  {
    name: "SE, 25 columns",
    evidence: "alias-map",
    delimiter: "comma",
    source:
      "alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05 (order inferred)",
    header:
      "datum/tid\treglerings-id\ttyp\tbeställnings-id\tsku\tbeskrivning\tantal\tmarknadsplats\tleverans\tstad för beställning\tdelstat för beställning\tpostadress för beställning\tförsäljning av produkter\tfraktkrediter\tkrediter för presentinslagning\tkampanjrabatter\tInkasserad moms\tSkatt för marknadsplatsförmedlare\tförsäljningsavgifter\tfba-avgifter\tövriga transaktionsavgifter\tÖvrigt\ttotalt\tTransaction Status\tTransaktionens utgivningsdatum",
  },
  {
    name: "BE (French), 25 columns",
    evidence: "alias-map",
    delimiter: "comma",
    source:
      "alias map of a loader written for 11 UK/EU/ME files of one seller, month 2026-05 (order inferred)",
    header:
      "date/heure\tIdentifiant du paiement\ttype\tNuméro de la commande\tsku\tdescription\tQuantité\tsite de vente\texpédition\tville de la commande\tétat de la commande\tcommande postale\tventes de produits\tcrédits d'expédition\tcrédits d'emballage-cadeau\tTotal des réductions\ttaxe de ventes prélevée\tTaxe Marketplace Facilitator\tfrais de vente\tFrais pour le service Expédié par Amazon\tautres frais de transaction\tautres\ttotal\tStatut de la transaction\tDate de délivrance de la transaction",
  },
];
