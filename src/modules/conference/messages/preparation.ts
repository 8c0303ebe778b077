import type { Catalogue } from '../../../platform/i18n/language.ts'

/** How an expert reads and marks the items at home. */
const sv = {
  title: 'Läs och markera förslagen',
  lead: 'Markera vad du tycker om varje förslag. Det är en hjälp för dig själv och ingen röst.',
  secret: {
    heading: 'Bara du ser det här',
    text: 'Dina markeringar och anteckningar visas inte för någon annan, inte heller för den som leder konferensen. De räknas inte. Du ser dem igen bredvid förslaget när du röstar.',
  },
  mark: { important: 'Viktigt', perhaps: 'Kanske', 'leave-out': 'Stryk' },
  note: (item: string) => `Egen anteckning om ${item}`,
  noteOpen: 'Egen anteckning',
  save: 'Spara',
  saved: 'Sparat.',
  filter: 'Vilka förslag',
  all: (items: number) => `Alla (${items})`,
  unmarked: (items: number) => `Omarkerade (${items})`,
  nothingLeft: {
    heading: 'Alla förslag är markerade',
    text: 'Du är klar. Du kan ändra dig ända tills ni röstar.',
    all: 'Visa alla förslag',
  },
  none: {
    heading: 'Det finns inga förslag ännu',
    text: 'Den som leder konferensen lägger in dem. Titta hit igen om några dagar.',
  },
  tooLong: (item: string) => `Anteckningen om ${item} är för lång. Korta den till högst 2 000 tecken.`,
  errors: 'En anteckning är för lång',
  status: {
    saving: 'Sparar…',
    saved: (time: string) => `Sparat ${time}.`,
    offline: 'Ingen uppkoppling. Det sparas när nätet är tillbaka. Låt sidan vara öppen.',
    marked: (marked: number, all: number) => `${marked} av ${all} markerade`,
  },
}

const en: typeof sv = {
  title: 'Read and mark the items',
  lead: 'Mark what you think of each item. It is a help for yourself and not a vote.',
  secret: {
    heading: 'Only you see this',
    text: 'Your marks and notes are shown to nobody else, nor to whoever leads the conference. They are not counted. You see them again beside the item when you vote.',
  },
  mark: { important: 'Important', perhaps: 'Perhaps', 'leave-out': 'Leave out' },
  note: item => `My own note on ${item}`,
  noteOpen: 'My own note',
  save: 'Save',
  saved: 'Saved.',
  filter: 'Which items',
  all: items => `All (${items})`,
  unmarked: items => `Unmarked (${items})`,
  nothingLeft: {
    heading: 'All items are marked',
    text: 'You are done. You can change your mind until you vote.',
    all: 'Show all items',
  },
  none: {
    heading: 'There are no items yet',
    text: 'Whoever leads the conference puts them in. Look here again in a few days.',
  },
  tooLong: item => `The note on ${item} is too long. Shorten it to at most 2,000 characters.`,
  errors: 'A note is too long',
  status: {
    saving: 'Saving…',
    saved: time => `Saved ${time}.`,
    offline: 'No connection. It is saved when the network is back. Leave this page open.',
    marked: (marked, all) => `${marked} of ${all} marked`,
  },
}

export const preparation: Catalogue<typeof sv> = { sv, en }
