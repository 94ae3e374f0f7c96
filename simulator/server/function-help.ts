/** The help texts of the add-on's functions for cells, read where Google reads them: above their declarations. */

import type { FunctionHelp } from "./protocol.ts";

const DECLARED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z_$][\w$]*)\s*\(/g;

/** https://developers.google.com/apps-script/guides/sheets/functions#autocomplete */
export function functionHelp(code: string): FunctionHelp[] {
  return [...code.matchAll(DECLARED)].flatMap(([, comment = "", name = ""]): FunctionHelp[] => {
    if (!comment.includes("@customfunction")) return [];
    const text = comment.replace(/^[ \t]*\*[ \t]?/gm, "");
    const [doc = ""] = text.split(/^@/m);
    const params = [...text.matchAll(/^@param\s+(?:\{([^}]*)\}\s+)?(\[?[\w.=$]+\]?)\s*([^@]*)/gm)];
    return [
      {
        name,
        doc: flat(doc),
        params: params.map(([, , param = "", about = ""]) => ({ name: param, doc: flat(about) })),
      },
    ];
  });
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
