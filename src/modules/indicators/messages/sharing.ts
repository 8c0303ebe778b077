import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  title: 'Vem ser resultaten?',
  lead: 'Förbundets egna ser allt. Andra ser bara hela förbundet, aldrig en insats, och aldrig färre än fem svar.',
  back: 'Indikatorer',
  onlyRead: 'Du kan läsa vad som gäller. Processledaren eller förbundschefen bestämmer.',
  isOn: 'Ja',
  isOff: 'Nej',
  compares: {
    heading: 'Jämförelse med andra förbund',
    about:
      'Förbund som jämför sig ser varandras andelar och antal svar på varje fråga, i ett trattdiagram och utan rangordning.',
    start: 'Börja jämföra',
    stop: 'Sluta jämföra',
    startAsk: (name: string) =>
      `Andra förbund som jämför sig får se ${name}s andelar och antal svar, också från tidigare mätningar.`,
    stopAsk: (name: string) => `Andra förbund ser inte längre ${name}, och ${name} ser inte dem.`,
  },
  publishes: {
    heading: 'Öppna data',
    about: 'Alla får läsa och hämta förbundets andelar och antal svar, utan att logga in.',
    start: 'Publicera som öppna data',
    stop: 'Sluta publicera',
    startAsk: (name: string) =>
      `${name}s resultat blir offentliga, också från tidigare mätningar. Det som någon har hämtat kan inte tas tillbaka.`,
    stopAsk: (name: string) =>
      `${name}s resultat tas bort ur öppna data. Det som någon redan har hämtat finns kvar hos dem.`,
  },
  open: {
    title: 'Öppna data om indikatorer',
    lead: 'Resultat som samordningsförbund har valt att publicera: andelen positiva svar på varje fråga, med antal svar och 95-procentsintervall. Aldrig om färre än fem personer.',
    none: {
      heading: 'Inget är publicerat än',
      text: 'När ett förbund publicerar sina resultat går de att hämta här.',
    },
    associations: 'Förbund som publicerar',
    caption: 'Vad varje förbund har publicerat',
    association: 'Förbund',
    shares: 'Siffror',
    periods: 'Mätomgångar',
    files: { json: 'JSON', csv: 'CSV', jsonStat: 'JSON-stat' },
    how: 'Beskrivning för program',
    howText: 'Adresserna och fälten är beskrivna på sidan om API.',
  },
}
const en: typeof sv = {
  title: 'Who sees the results?',
  lead: 'The association’s own people see everything. Others see the whole association only, never an initiative, and never fewer than five answers.',
  back: 'Indicators',
  onlyRead: 'You can read what applies. The process leader or the manager decides.',
  isOn: 'Yes',
  isOff: 'No',
  compares: {
    heading: 'Comparison with other associations',
    about:
      'Associations that compare see each other’s shares and numbers of answers to each question, in a funnel plot and without ranking.',
    start: 'Begin to compare',
    stop: 'Stop comparing',
    startAsk: (name: string) =>
      `Other associations that compare may see the shares and numbers of answers of ${name}, also from earlier waves.`,
    stopAsk: (name: string) => `Other associations no longer see ${name}, and ${name} does not see them.`,
  },
  publishes: {
    heading: 'Open data',
    about:
      'Everybody may read and fetch the association’s shares and numbers of answers, without logging in.',
    start: 'Publish as open data',
    stop: 'Stop publishing',
    startAsk: (name: string) =>
      `The results of ${name} become public, also from earlier waves. What somebody has fetched cannot be taken back.`,
    stopAsk: (name: string) =>
      `The results of ${name} are taken out of the open data. What somebody has fetched stays with them.`,
  },
  open: {
    title: 'Open data on indicators',
    lead: 'Results that coordination associations have chosen to publish: the share of favourable answers to each question, with the number of answers and a 95 percent interval. Never about fewer than five people.',
    none: {
      heading: 'Nothing is published yet',
      text: 'When an association publishes its results, they can be fetched here.',
    },
    associations: 'Associations that publish',
    caption: 'What each association has published',
    association: 'Association',
    shares: 'Figures',
    periods: 'Waves',
    files: { json: 'JSON', csv: 'CSV', jsonStat: 'JSON-stat' },
    how: 'Description for programs',
    howText: 'The addresses and fields are described on the page about the API.',
  },
}

export const sharingMessages: Catalogue<typeof sv> = { sv, en }
