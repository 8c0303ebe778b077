import type { Catalogue } from '../../../platform/i18n/language.ts'

/** A published result, as the experts read it on their phones. */
const sv = {
  title: (round: number) => `Resultatet av omröstning ${round}`,
  lead: (accepted: number, kept: number, dropped: number) =>
    `${accepted} förslag går in, ${kept} diskuteras igen och ${dropped} faller bort.`,
  turnout: (voted: number, entitled: number) => `${voted} av ${entitled} experter röstade.`,
  accepted: { heading: 'Går in', question: 'Vilka förslag går in?', none: 'Inget förslag går in.' },
  kept: {
    heading: 'Diskuteras igen',
    question: 'Vilka förslag diskuteras igen?',
    none: 'Inget förslag diskuteras igen.',
  },
  dropped: {
    heading: 'Faller bort',
    question: 'Vilka förslag faller bort?',
    none: 'Inget förslag faller bort.',
  },
  description: {
    yes: 'Andelen som sa ja till varje förslag, med flest först.',
    chosen: 'Andelen som valde varje förslag, med flest först.',
    rated: 'Andelen som gav varje förslag betyg 7, 8 eller 9, med flest först.',
  },
  limit: { accept: 'Gräns för att gå in', drop: 'Gräns för att vara kvar' },
  rule: 'Så avgjordes det',
  deviation: 'Regeln ändrades efter omröstningen',
  ties: 'Lika röstetal vid gränsen',
  back: 'Till Just nu',
}

const en: typeof sv = {
  title: round => `The result of voting round ${round}`,
  lead: (accepted, kept, dropped) =>
    `${accepted} items go in, ${kept} are discussed again and ${dropped} fall out.`,
  turnout: (voted, entitled) => `${voted} of ${entitled} experts voted.`,
  accepted: { heading: 'Go in', question: 'Which items go in?', none: 'No item goes in.' },
  kept: {
    heading: 'Discussed again',
    question: 'Which items are discussed again?',
    none: 'No item is left to discuss.',
  },
  dropped: { heading: 'Fall out', question: 'Which items fall out?', none: 'No item falls out.' },
  description: {
    yes: 'The share that said yes to each item, most first.',
    chosen: 'The share that chose each item, most first.',
    rated: 'The share that rated each item 7, 8 or 9, most first.',
  },
  limit: { accept: 'Threshold to go in', drop: 'Threshold to stay' },
  rule: 'How it was decided',
  deviation: 'The rule was changed after the vote',
  ties: 'Ties at the limit',
  back: 'To Right now',
}

export const roundResult: Catalogue<typeof sv> = { sv, en }
