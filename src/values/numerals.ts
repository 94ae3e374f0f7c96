/**
 * Numbers as files print them: `1234.56`, `1,234.56`, `1.234,56`, `1 135,72`, `(12.50)`, `$ 3.00`, `32.09   `.
 *
 * Which sign is the decimal one depends on the file, not on the seller: every reading says what it proves,
 * and `1,234` alone proves nothing. Whoever reads a file decides once it has seen the others.
 */

export type DecimalSign = "dot" | "comma";

export type NumberReading =
  /** `proves`: what the text itself shows the file's decimal sign to be. */
  | { readonly kind: "number"; readonly value: number; readonly proves: DecimalSign | null }
  /** One separator followed by exactly three digits: a decimal fraction or a thousand. */
  | { readonly kind: "either"; readonly dot: number; readonly comma: number }
  | { readonly kind: "blank" }
  | { readonly kind: "none" };

const BLANK: NumberReading = { kind: "blank" };
const NONE: NumberReading = { kind: "none" };

/** Amazon prints `--` and `N/A` where a figure does not apply. */
const NOT_APPLICABLE = /^(?:-{1,2}|–|—|n\/?a)$/i;
const CURRENCY_SIGNS =
  /^(?:US|CA|CDN|AU|A|C|MX|S|HK|R)?[$€£¥￥₹]|[$€£¥￥₹]$|^(?:[A-Z]{3}|kr|zł|Fr\.?)(?=[\s\d(-])|(?:[A-Z]{3}|kr|zł|円)$/;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/g;

/** Reads one cell; never throws. */
export function readNumber(text: string): NumberReading {
  if (/^-?\d{1,15}$/.test(text)) return plain(Number(text), null);
  if (/^-?\d{1,12}\.(?:\d{1,2}|\d{4,})$/.test(text)) return plain(Number(text), "dot");
  return readDressed(text.trim());
}

function readDressed(trimmed: string): NumberReading {
  if (trimmed === "") return BLANK;
  if (NOT_APPLICABLE.test(trimmed)) return BLANK;
  let rest = trimmed.replace(/[\u2212\ufe63\uff0d]/g, "-");
  let negative = false;
  const inParentheses = /^(.{0,4})\((.*)\)$/.exec(rest);
  if (inParentheses) {
    negative = true;
    rest = `${inParentheses[1]}${inParentheses[2]}`;
  }
  // The sign may stand before or after the currency: -$3.00, $-3.00.
  for (let i = 0; i < 2; i++) {
    rest = rest.trim();
    if (/^[-+]/.test(rest)) {
      if (rest[0] === "-") {
        if (negative) return NONE;
        negative = true;
      }
      rest = rest.slice(1).trim();
    }
    rest = rest.replace(CURRENCY_SIGNS, "").trim();
  }
  return signed(readDigits(rest), negative);
}

function readDigits(text: string): NumberReading {
  if (/^\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f'’]\d{3})+(?:[.,]\d+)?$/.test(text)) {
    const joined = text.replace(SPACES, "").replace(/['’]/g, "");
    // A space or an apostrophe is the thousands sign here, so what follows is the decimal one.
    const sign = /[.,]/.exec(joined)?.[0];
    return plain(Number(joined.replace(",", ".")), sign === "." ? "dot" : sign === "," ? "comma" : null);
  }
  if (/^\d+$/.test(text)) return plain(Number(text), null);
  const either = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(text);
  if (either) {
    const fraction = Number(`${either[1]}.${either[2]}`);
    const thousands = Number(`${either[1]}${either[2]}`);
    return text.includes(".")
      ? { kind: "either", dot: fraction, comma: thousands }
      : { kind: "either", dot: thousands, comma: fraction };
  }
  if (/^\d*\.\d+$|^\d+\.$/.test(text)) return plain(Number(text), "dot");
  if (/^\d*,\d+$|^\d+,$/.test(text)) return plain(Number(text.replace(",", ".")), "comma");
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return plain(Number(text.replace(/,/g, "")), "dot");
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/.test(text)) {
    return plain(Number(text.replace(/\./g, "").replace(",", ".")), "comma");
  }
  // Groups of two after the first three digits from the right: 12,34,567.00 (India).
  if (/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?$/.test(text)) return plain(Number(text.replace(/,/g, "")), "dot");
  return NONE;
}

function plain(value: number, proves: DecimalSign | null): NumberReading {
  return Number.isFinite(value) ? { kind: "number", value: value === 0 ? 0 : value, proves } : NONE;
}

function signed(reading: NumberReading, negative: boolean): NumberReading {
  if (!negative) return reading;
  if (reading.kind === "number") return plain(-reading.value, reading.proves);
  if (reading.kind === "either") return { kind: "either", dot: -reading.dot, comma: -reading.comma };
  return reading;
}

/** An id Excel has turned into a number, `7.82E+12` or `1,23457E+12`: its digits are lost. */
export function isExcelDamaged(text: string): boolean {
  return text.includes("+") && /^\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(text);
}
