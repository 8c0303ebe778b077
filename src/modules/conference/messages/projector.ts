import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  title: 'Projektor',
  roundOf: (round: number, of: number) => `Omröstning ${round} av ${of}`,
  runOff: (round: number, of: number) => `Omröstning ${round} av ${of}: särskiljande omröstning`,
  welcome: 'Välkommen',
  howTo: 'Så är du med',
  steps: [
    'Öppna kameran i din telefon och rikta den mot koden.',
    'Har du inte öppnat din inbjudan? Då skickar vi dig rätt.',
    'Håll telefonen redo. Den säger till när omröstningen öppnar.',
  ],
  waiting: (round: number) => `Omröstning ${round} har inte öppnat än.`,
  takePart: 'QR-kod för att vara med',
  votingOn: (items: number) => (items === 1 ? 'Rösta om 1 förslag' : `Rösta om ${items} förslag`),
  again: (items: number) => `Rösta igen om ${items} förslag som fick lika röstetal`,
  secret: 'Rösten är hemlig. Du kan ändra den tills omröstningen stänger.',
  closed: 'Omröstningen är stängd',
  counting: 'Resultatet visas här om en stund.',
  voted: (voted: number, entitled: number) => `${voted} av ${entitled} röstade.`,
  result: 'Resultatet',
  outcomes: 'Delar av resultatet',
  outcome: { accepted: 'Går in', kept: 'Diskuteras igen', dropped: 'Faller bort' },
  limit: (inside: string, outside: string) => `Gränsen gick mellan ${inside} och ${outside}.`,
  kOfN: (yes: number, of: number) => `${yes} av ${of}`,
  median: (median: string) => `median ${median}`,
  settled: {
    all: (items: number) => `${items} förslag hade lika röstetal vid gränsen. Alla togs med.`,
    none: (items: number) => `${items} förslag hade lika röstetal vid gränsen. Inget av dem togs med.`,
    'run-off': (items: number) =>
      `${items} förslag hade lika röstetal vid gränsen. En särskiljande omröstning avgjorde.`,
  },
  deviated: 'Avvikelse från regeln:',
  followed: 'Resultatet är publicerat.',
}

const en: typeof sv = {
  title: 'Projector',
  roundOf: (round, of) => `Voting round ${round} of ${of}`,
  runOff: (round, of) => `Voting round ${round} of ${of}: run-off`,
  welcome: 'Welcome',
  howTo: 'How to take part',
  steps: [
    'Open the camera of your phone and point it at the code.',
    'Have you not opened your invitation? Then we show you the way.',
    'Keep the phone ready. It tells you when the vote opens.',
  ],
  waiting: round => `Voting round ${round} has not opened yet.`,
  takePart: 'QR code to take part',
  votingOn: items => (items === 1 ? 'Vote on 1 item' : `Vote on ${items} items`),
  again: items => `Vote again on ${items} items that tied`,
  secret: 'The vote is secret. You can change it until the vote closes.',
  closed: 'The vote is closed',
  counting: 'The result is shown here in a moment.',
  voted: (voted, entitled) => `${voted} of ${entitled} voted.`,
  result: 'The result',
  outcomes: 'Parts of the result',
  outcome: { accepted: 'Go in', kept: 'Discussed again', dropped: 'Fall out' },
  limit: (inside, outside) => `The limit was between ${inside} and ${outside}.`,
  kOfN: (yes, of) => `${yes} of ${of}`,
  median: median => `median ${median}`,
  settled: {
    all: items => `${items} items tied at the limit. All were taken.`,
    none: items => `${items} items tied at the limit. None was taken.`,
    'run-off': items => `${items} items tied at the limit. A run-off settled it.`,
  },
  deviated: 'Deviation from the rule:',
  followed: 'The result is published.',
}

export const projector: Catalogue<typeof sv> = { sv, en }
