/** A function of text that works each distinct text out once. For words that repeat from row to row. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = work(text);
      known.set(text, value);
    }
    return value as T;
  };
}
