import type { Catalogue } from '../../../platform/i18n/language.ts'

/** What happens in the conference now, in words. Its own catalogue, because the phone has it too. */
const sv = {
  heading: 'Just nu',
  before: {
    title: 'Konferensen har inte börjat',
    text: (day: string) => `Den börjar ${day}. Till dess kan du läsa och markera förslagen i lugn och ro.`,
  },
  vote: {
    title: (round: number) => `Omröstning ${round} är öppen`,
    runOff: 'Rösta igen om några förslag',
    tied: (round: number) =>
      `De fick lika röstetal i omröstning ${round}. Nu är en särskiljande omröstning öppen, om bara dem.`,
    closes: (time: string) => `Den stänger ungefär ${time}.`,
    until: 'Du kan rösta och ändra din röst tills den stänger.',
    go: 'Rösta',
    received: (time: string) => `Din röst är mottagen ${time}.`,
    change: 'Ändra min röst',
  },
  counting: {
    title: (round: number) => `Omröstning ${round} är stängd`,
    text: 'Rösterna är räknade. Resultatet visas snart, här och på skärmen i salen.',
  },
  between: {
    title: 'Samtal pågår',
    text: 'Här står det när nästa omröstning öppnar.',
    groups: 'Se var du sitter nu',
  },
  after: {
    title: 'Alla omröstningar är klara',
    text: 'Tack för att du var med och bestämde.',
  },
  result: (round: number) => `Resultatet av omröstning ${round}`,
  evaluation: { title: 'Vad tycker du om konferensen?', text: 'Sex korta frågor, anonymt.', go: 'Svara' },
  report: 'Läs rapporten',
}

const en: typeof sv = {
  heading: 'Right now',
  before: {
    title: 'The conference has not begun',
    text: day => `It begins on ${day}. Until then you can read and mark the items in your own time.`,
  },
  vote: {
    title: round => `Voting round ${round} is open`,
    runOff: 'Vote again on some items',
    tied: round => `They tied in voting round ${round}. A run-off is open now, on them only.`,
    closes: time => `It closes at about ${time}.`,
    until: 'You can vote, and change your vote, until it closes.',
    go: 'Vote',
    received: time => `Your vote was received at ${time}.`,
    change: 'Change my vote',
  },
  counting: {
    title: round => `Voting round ${round} is closed`,
    text: 'The votes have been counted. The result will be shown soon, here and on the screen in the room.',
  },
  between: {
    title: 'Discussions go on',
    text: 'It will say here when the next voting round opens.',
    groups: 'See where you sit now',
  },
  after: { title: 'All voting rounds are over', text: 'Thank you for taking part in the decision.' },
  result: round => `The result of voting round ${round}`,
  evaluation: {
    title: 'What do you think of the conference?',
    text: 'Six short questions, anonymously.',
    go: 'Answer',
  },
  report: 'Read the report',
}

export const takePartNow: Catalogue<typeof sv> = { sv, en }
