/** Case texts in Japanese (en.ts explains the form). Where Amazon's own words come from: docs/case-texts.md. */

import type { Words } from "./en.ts";

export function japanese(): Words {
  return {
    phrases: {
      greeting: "Amazon出品者サポート ご担当者様",
      thanks: "お手数をおかけしますが、よろしくお願いいたします。",
      sentences: "{{first}}{{second}}",
      line: "{{label}}：{{value}}",
      named: "{{title}}[（{{ids}}）]",
      one: "{{n}}点",
      many: "{{n}}点",
      "subject.answer": "ご依頼への回答[（ケース{{case}}）]：{{about}}",
      "subject.chase": "状況の確認[（ケース{{case}}）]：{{about}}",
      "subject.appeal": "ご判断の再確認のお願い[（ケース{{case}}）]：{{about}}",
      "subject.re-evaluation": "再計算のお願い[（ケース{{case}}）]：{{about}}",
      "open.answer": "追加情報のご依頼について、以下のとおり回答いたします。",
      "open.chase": "[本件は{{filed}}に申請いたしました。]現在の状況についてお伺いいたします。",
      "open.undecided":
        "[本件は{{filed}}に申請いたしました。]当方の記録では、ご判断をまだ確認できておりません。",
      "open.appealed":
        "[本件は{{filed}}に申請いたしました。]ご判断の再確認をお願いいたしましたが、当方の記録では、ご回答をまだ確認できておりません。",
      "open.approved":
        "本件は承認いただきました[（{{approved}}）]が、当方の記録では、お支払いをまだ確認できておりません。",
      "open.appeal":
        "[本件は{{denied}}に却下されました。][理由は次のとおりでした：「{{reason}}」 ]ご判断の再確認をお願いいたします。",
      "open.re-evaluation":
        "[本件について、これまでに{{paid}}のお支払いを受けました。]金額の計算のご確認をお願いいたします。",
      "close.first":
        "本ケースはこの一件のみに関するものです。貴社の記録に異なる内容がございましたら、お知らせください。",
      "close.answer":
        "本ケースの調査の継続をお願いいたします。不足がございましたら、必要な情報または書類を具体的にお知らせください。",
      "close.chase": "現在の状況と、当方からさらに必要なものがあるかをお知らせください。",
      "close.approved": "お支払いの時期と、どの決済に含まれるかをお知らせください。",
      "close.appeal":
        "ご判断に変わりがない場合は、その根拠となる記録（補てんIDや在庫元帳の行など）をお知らせください。",
      "again.amount":
        "金額を再計算のうえ、差額のお支払いをお願いいたします。または、計算方法をお知らせください。",
      "again.fee": "商品を再計測のうえ、それ以降に請求された手数料の再計算をお願いいたします。",
      enclosed: "添付書類：",
      paper: "・{{kind}}[（{{date}}）][：{{proves}}]",
      "label.case": "ケースID",
      "label.fnsku": "FNSKU",
      "label.asin": "ASIN",
      "label.msku": "出品者SKU",
      "label.order": "注文番号",
      "label.removalOrder": "返送/所有権の放棄依頼番号",
      "label.shipment": "納品番号",
      "label.ledgerReference": "在庫元帳の参照ID",
      "label.reimbursement": "補てんID",
      "label.reversal": "補てん取り消しの補てんID",
      "label.tracking": "お問い合わせ伝票番号",
      "label.plate": "LPN",
      "label.units": "対象数量",
      "label.ledgerDate": "在庫元帳の日付",
      "label.departure": "フルフィルメントセンターからの出庫日",
      "label.firstReceipt": "最初の受領日",
      "label.refund": "購入者への返金日",
      "label.refundOrReturn": "返金日または返品日",
      "label.refundOrReplacement": "返金日または交換品の発送日",
      "label.replacement": "交換品の発送日",
      "label.leftOn": "Amazonからの発送日",
      "label.firstCharge": "最初の請求日",
      "label.secondCharge": "再度の請求日",
      "label.approval": "承認日",
      "label.reversed": "取り消し日",
      "label.value": "当方の記録による金額",
      "label.atIssue": "対象金額",
      "checked.neither": "当方のレポートでは、{{other}}も補てんも確認できません。",
      "checked.label": "当方のレポートでは、この納品の受領も請求の返還も確認できません。",
      "checked.paid": "当方のレポートでは、これに対する補てんを確認できません。",
      "checked.fee": "当方のレポートでは、取り消しを確認できません。",
      "checked.credit": "当方のレポートでは、それ以外の返還を確認できません。",
      "checked.cost": "本来の額は、当方の仕入れ単価によります。",
      "checked.price": "本来の額は、注文価格から手数料を差し引いた額によります。",
      "checked.together": "このケースIDで確認できる補てんはすべて合算しています。",
      "checked.settlement": "該当期間の決済レポートを確認いたしました。",
      "checked.stock": "当方のレポートでは、その前後の日に対応する他の記録を確認できません。",
      "checked.reversal": "当方のレポートでは、対象数量に対応する発見、受領、返品を確認できません。",
      "checked.difference": "差額のみをお願いするものです。",
      "other.lost": "その後の発見",
      "other.damaged": "販売可能への修正",
      "other.disposed": "当方からの返送/所有権の放棄依頼",
      "other.transfer": "対応する入庫または発見",
      "other.inbound": "その後の受領",
      "other.return": "返品",
      "other.restocked": "在庫への反映",
      "ask.units": "ご確認のうえ、補てんまたは在庫への返却をお願いいたします。",
      "ask.reimburse": "ご確認のうえ、FBA在庫の補てんポリシーに基づく補てんをお願いいたします。",
      "ask.charge": "請求をご確認のうえ、対象金額の返還をお願いいたします。",
      "ask.measure": "商品を再計測のうえ、差額の返還をお願いいたします。",
      "ask.recalculate": "金額を再計算のうえ、差額のお支払いをお願いいたします。",
      "ask.settle": "どの決済で支払われたかをお知らせいただくか、お支払いをお願いいたします。",
      "ask.reinstate":
        "取り消しの根拠となる商品をお知らせいただくか、補てんの再度のお支払いをお願いいたします。",
    },
    papers: {
      "supplier invoice": "仕入先の請求書",
      "signed packing slip": "署名済みの納品書",
      "proof of delivery": "配送証明",
      tracking: "配送状況の記録",
      "LPN photo": "LPNラベルの写真",
      photos: "写真",
      "removal order": "返送/所有権の放棄依頼",
      screenshot: "スクリーンショット",
      "answer from Amazon": "Amazonからの以前の回答",
      other: "その他の書類",
    },

    cases: {
      "warehouse-lost": [
        "フルフィルメントセンターでの紛失",
        "在庫元帳に、下記商品の[{{date}}付けの]フルフィルメントセンターでの紛失が記録されています[（未解決：{{open}}）]。",
      ],
      "warehouse-damaged": [
        "フルフィルメントセンターでの破損",
        "在庫元帳に、下記商品の[{{date}}付けの]Amazonまたは配送業者による破損が記録されています[（未解決：{{open}}）]。",
      ],
      "disposed-without-request": [
        "依頼していない廃棄",
        "在庫元帳に、下記商品の[{{date}}付けの]廃棄または寄付が記録されています[（未解決：{{open}}）]。",
      ],
      "transfer-lost": [
        "フルフィルメントセンター間の移動での紛失",
        "在庫元帳に、下記商品の[{{date}}付けの]他のフルフィルメントセンターへの出庫が記録されていますが、入庫[（{{units}}）]の記録がありません。",
      ],
      "inbound-short": [
        "納品の数量不足",
        "下記の納品で当方が発送した商品の数量が、在庫元帳に受領として記録された数量を上回っています。",
      ],
      "inbound-receipt-reversed": [
        "納品の受領の取り消し",
        "在庫元帳に、下記の納品の商品について受領とその後の取り消しが記録されています。",
      ],
      "carrier-label-unused": [
        "パートナーキャリアの未使用ラベル",
        "Amazonのパートナーキャリアの料金が請求されましたが、下記の納品はキャンセルまたは削除されています。",
      ],
      "refund-not-returned": [
        "返金済み、商品の返品なし",
        "下記注文の購入者に返金が行われましたが、商品[{{units}}]の返品を確認できません。",
      ],
      "returned-damaged-by-amazon": [
        "Amazonの責任による返品商品の破損",
        "返品レポートでは、下記注文の商品は返品され、購入者ではなくAmazonまたは配送業者による破損とされています。",
      ],
      "wrong-item-returned": [
        "異なる商品の返品",
        "下記注文について、注文とは異なる商品が返品されました。下記の商品は注文された商品です。",
      ],
      "returned-not-restocked": [
        "販売可能な返品の在庫への未反映",
        "返品レポートでは、下記注文の商品は販売可能な状態で返品され在庫に戻されたとされていますが、在庫元帳にその記録がありません。",
      ],
      "replacement-not-returned": [
        "交換品発送済み、元の商品の返品なし",
        "下記注文の購入者に[{{date}}に]交換品が無償で発送されましたが、元の商品[{{units}}]の返品を確認できません。",
      ],
      "refund-above-payment": [
        "支払額を超える返金",
        "下記注文の購入者に、商品の支払額を超える返金が行われました。",
      ],
      "removal-lost": [
        "返送商品の未着",
        "下記の荷物は当方の返送依頼により[{{date}}に]発送されましたが、届いておりません。",
      ],
      "removal-short": [
        "返送商品の数量不足",
        "当方の返送依頼による下記の荷物は、商品の数量が発送数より少ない状態で届きました。",
      ],
      "fulfilment-fee-high": [
        "サイズ区分を超える配送代行手数料",
        "下記商品について、当方の計測によるサイズ区分の額を超える配送代行手数料が請求されました。",
      ],
      "referral-fee-high": [
        "カテゴリーの料率を超える販売手数料",
        "下記商品について、カテゴリーの料率を超える販売手数料が請求されました。",
      ],
      "fee-charged-twice": [
        "手数料の二重請求",
        "下記注文の商品について、手数料が販売回数より一回多く請求されました[（余分な請求は{{date}}付けです）]。",
      ],
      "referral-fee-not-credited": [
        "返金後の販売手数料の未返還",
        "下記注文は[{{date}}に]返金されましたが、返還された販売手数料が、返金手数料を差し引いた本来の額を下回っています。",
      ],
      underpaid: ["補てん額の不足", "下記の補てんは、本来の額を下回っています。"],
      "paid-differently-than-approved": [
        "承認を下回る補てん",
        "下記の補てんは、ケースで承認された内容を下回っています。",
      ],
      "not-settled": [
        "承認された補てんの未払い",
        "下記の補てんは[{{date}}に]承認されましたが、決済レポートで全額を確認できません。",
      ],
      "stock-not-received": [
        "補てんされた在庫の未反映",
        "下記の補てんは在庫で行われましたが、在庫元帳にその全数の入庫の記録がありません。",
      ],
      "reversed-without-return": [
        "商品が戻らない補てんの取り消し",
        "下記の取り消しにより補てんが[{{date}}に]取り消されましたが、対象の商品が戻ったことを確認できません。",
      ],
      "reversed-above-original": [
        "補てん額を超える取り消し",
        "下記の取り消しでは、1点あたり元の補てん額を超える額が差し引かれました。",
      ],
    },
  };
}
