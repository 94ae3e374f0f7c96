/** Month names, halves of the day and time-zone abbreviations, as payment files print them. */

/** Three or more letters of every month name in the languages Amazon prints; dots and accents as printed. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  [
    "jan",
    "january",
    "januar",
    "jänner",
    "janv",
    "janvier",
    "ene",
    "enero",
    "gen",
    "gennaio",
    "januari",
    "sty",
    "stycznia",
    "janeiro",
    "oca",
    "ocak",
  ],
  [
    "feb",
    "february",
    "februar",
    "fév",
    "févr",
    "février",
    "fev",
    "febrero",
    "febbraio",
    "februari",
    "lut",
    "lutego",
    "fevereiro",
    "şub",
    "şubat",
  ],
  ["mar", "march", "märz", "mär", "mrz", "mars", "marzo", "maart", "mrt", "marca", "março", "mart"],
  ["apr", "april", "avr", "avril", "abr", "abril", "aprile", "kwi", "kwietnia", "nis", "nisan"],
  ["may", "mai", "mayo", "mag", "maggio", "mei", "maj", "maja", "maio", "mayıs"],
  ["jun", "june", "juni", "juin", "junio", "giu", "giugno", "cze", "czerwca", "junho", "haz", "haziran"],
  [
    "jul",
    "july",
    "juli",
    "juil",
    "juillet",
    "julio",
    "lug",
    "luglio",
    "lip",
    "lipca",
    "julho",
    "tem",
    "temmuz",
  ],
  [
    "aug",
    "august",
    "août",
    "aoû",
    "aout",
    "ago",
    "agosto",
    "augustus",
    "augusti",
    "sie",
    "sierpnia",
    "ağu",
    "ağustos",
  ],
  [
    "sep",
    "sept",
    "september",
    "septembre",
    "septiembre",
    "set",
    "sett",
    "settembre",
    "wrz",
    "września",
    "setembro",
    "eyl",
    "eylül",
  ],
  [
    "oct",
    "october",
    "okt",
    "oktober",
    "octobre",
    "octubre",
    "ott",
    "ottobre",
    "paź",
    "października",
    "out",
    "outubro",
    "eki",
    "ekim",
  ],
  ["nov", "november", "novembre", "noviembre", "lis", "listopada", "novembro", "kas", "kasım"],
  [
    "dec",
    "december",
    "dez",
    "dezember",
    "déc",
    "décembre",
    "dic",
    "diciembre",
    "dicembre",
    "gru",
    "grudnia",
    "dezembro",
    "ara",
    "aralık",
  ],
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** The month (1-12) of a name or its abbreviation in any of the languages, without its dot; null when unknown. */
export function monthOfName(name: string): number | null {
  return MONTHS.get(name.toLowerCase().replace(/\.$/, "")) ?? null;
}

/** 0 for the first half of the day, 12 for the second: AM, p.m., `a. m.`, fm, em, 午前, 午後; null when unknown. */
export function halfOfDay(word: string): 0 | 12 | null {
  const bare = word.toLowerCase().replace(/[.\s\u00a0\u202f]/g, "");
  if (bare === "am" || bare === "fm" || bare === "午前") return 0;
  if (bare === "pm" || bare === "em" || bare === "午後") return 12;
  return null;
}

/** Minutes ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEZ: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  OEZ: 120,
  EEST: 180,
  TRT: 180,
  PST: -480,
  PDT: -420,
  HNP: -480,
  HAP: -420,
  PT: -480,
  MST: -420,
  MDT: -360,
  CST: -360,
  CDT: -300,
  EST: -300,
  EDT: -240,
  BRT: -180,
  IST: 330,
  SGT: 480,
  JST: 540,
  AEST: 600,
  AEDT: 660,
  GST: 240,
};

/** Abbreviations that mean something else in some marketplaces. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  IST: { IE: 60, UK: 60 },
  AST: { SA: 180, AE: 180, CA: -240 },
};

/**
 * Minutes ahead of UTC of a time-zone word: `PST`, `UTC`, `Z`, `+0100`, `-07:00`, `GMT+2`; null when unknown.
 * The marketplace decides between countries that share an abbreviation.
 */
export function zoneMinutes(word: string, marketplace: string): number | null {
  const offset = /^(?:UTC|GMT)?\s?([+\-\u2212])(\d{1,2}):?(\d{2})?$/i.exec(word);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? "0");
    return minutes > 14 * 60 ? null : offset[1] === "+" ? minutes : -minutes;
  }
  const name = word.toUpperCase();
  return ELSEWHERE[name]?.[marketplace] ?? ZONES[name] ?? null;
}
