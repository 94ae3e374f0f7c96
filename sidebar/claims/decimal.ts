/**
 * An amount as people type it, `1.234,50` or `$1,234.50`, with a point and nothing else: the last sign followed by
 * one or two digits is the decimal sign. What is no amount is handed on as it is, for the add-on to refuse in words.
 */
export function decimalOf(typed: string): string {
  const figure = typed.replace(/^[^\d.,-]+|[^\d]+$/g, "").replace(/[\s'’]/g, "");
  const parts = /^(-?[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(figure);
  if (!parts || !/\d/.test(figure)) return typed;
  const whole = (parts[1] ?? "").replace(/[.,]/g, "");
  return parts[2] === undefined ? whole : `${whole === "" ? "0" : whole}.${parts[2]}`;
}
