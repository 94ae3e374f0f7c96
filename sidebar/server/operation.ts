/** A name for one click, so that sending it twice does it once. */
export function newOperation(): string {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [...random].map((part) => part.toString(36)).join("-");
}
