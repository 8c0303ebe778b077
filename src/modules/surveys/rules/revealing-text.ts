/** What in a text may tell who it is about. */
export type Revealing = {
  readonly kind: 'identity-number' | 'phone' | 'email' | 'name'
  readonly passage: string
}

// Old phones know no look-behind: what may stand before is read along, and the passage is the first group.
const email = /([^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{L}{2,})/gu
/** YYMMDD with or without century and the last four; days over 60 are coordination numbers. */
const identityNumber =
  /(?:^|\D)((?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])(?:[-+ ]?[\dT]\d{3})?)(?!\d)/g
/** From 0 or + and seven digits, with what people put between. Amounts begin with neither. */
const phone = /(?:^|[^\d.,])((?:\+|0)(?:[\s\-/().]{0,2}\d){6,14})(?!\d)/g
const capitalised = String.raw`\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?`
const pair = new RegExp(`(?:^|[^\\p{L}])((${capitalised})[ \\u00a0]+(${capitalised}))`, 'gu')
/** "my coach Anna": one name alone, after a word that a name follows. */
const afterTitle = new RegExp(
  `(?:^|[^\\p{L}])((?:heter|coach|coachen|handläggare|handläggaren|läkare|läkaren|kurator|kuratorn|chef|chefen|namn är|called|named|name is|manager|doctor|magacaygu waa)[ \\u00a0]+${capitalised})`,
  'gu',
)

/** Words that begin a sentence before a name of a place or an authority, and words that make a pair one of those. */
const notNames = new Set(
  (
    'Jag Du Han Hon Den Det De Vi Ni Man En Ett Min Mitt Mina Din Ditt Dina Vår Vårt Våra Alla Ingen Någon Att Om När Där Här Som Men Och ' +
    'Eller För Från Till Hos Med Utan På Av Av Vid Efter Innan Under Över Mellan Via Är Var Har Hade Kan Ska Vill Bara Även Både Dock ' +
    'Arbetsförmedlingen Försäkringskassan Kommunen Regionen Region Kommun Samordningsförbundet Socialtjänsten Vårdcentralen Psykiatrin ' +
    'Norra Södra Östra Västra Mellersta Sverige ' +
    'I The A An My Your Our His Her Their It We You He She They This That At In On From With Without And Or But For To When If As Of By'
  ).split(' '),
)

/**
 * Passages that look as if they could tell who somebody is: identity numbers, phone numbers, addresses for mail, and names.
 * It is for a warning, never for a refusal: it misses names in scripts without capitals and in small letters, and takes
 * some places for people.
 */
export function revealing(text: string): readonly Revealing[] {
  const plain = withLatinDigits(text)
  const found = (kind: Revealing['kind'], pattern: RegExp) =>
    [...plain.matchAll(pattern)].map(([, passage = '']): Revealing => ({ kind, passage }))
  const names = [...plain.matchAll(pair)]
    .filter(([, , first = '', second = '']) => !notNames.has(first) && !notNames.has(second))
    .map(([, passage = '']): Revealing => ({ kind: 'name', passage }))
  return [
    ...found('identity-number', identityNumber),
    ...found('phone', phone),
    ...found('email', email),
    ...names,
    ...found('name', afterTitle),
  ]
}

/** Arabic and Persian digits as ours, one for one. */
const withLatinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, digit => String((digit.codePointAt(0) ?? 0) & 0xf))
