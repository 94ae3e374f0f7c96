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

/** The same of an object, as long as anybody holds it. */
export function rememberedOf<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) {
      found = { value: work(of) };
      known.set(of, found);
    }
    return found.value;
  };
}
