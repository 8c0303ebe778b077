import type { Catalogue } from '../platform/i18n/language.ts'

/** The components' own words. What a page is about, its module says. */
const sv = {
  product: 'Mellanrum',
  layout: {
    skip: 'Hoppa till innehållet',
    navigation: 'Huvudmeny',
    language: 'Språk',
    loggedInAs: 'Inloggad som',
    logIn: 'Logga in',
    logOut: 'Logga ut',
    errorInTitle: 'Fel:',
    home: 'Mellanrum, till startsidan',
    footer: 'Mellanrum är till för dem som hjälper samma människa från olika håll.',
  },
  field: {
    optional: 'valfritt',
    error: 'Fel:',
  },
  errorSummary: {
    heading: (count: number) =>
      count === 0 ? 'Det gick inte' : count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`,
  },
  message: { info: 'Bra att veta', success: 'Klart', warning: 'Viktigt', error: 'Fel' },
  table: {
    sortBy: 'Sortera på',
    empty: 'Här finns inget ännu.',
  },
  progress: {
    of: (value: string, max: string) => `${value} av ${max}`,
    step: (step: number, steps: number) => `Steg ${step} av ${steps}`,
  },
  step: { done: 'Klart', current: 'Nu', todo: 'Återstår', blocked: 'Väntar' },
  breadcrumb: 'Du är här',
  contents: 'Innehåll',
  subNavigation: 'Delar av sidan',
  pagination: {
    name: 'Sidor',
    previous: 'Föregående',
    next: 'Nästa',
    page: (page: number) => `Sida ${page}`,
    pageOf: (page: number, pages: number) => `Sida ${page} av ${pages}`,
  },
  qr: {
    name: (link: string) => `QR-kod som öppnar ${link}`,
    orGoTo: 'Eller skriv adressen:',
  },
  chart: {
    asTable: 'Visa som tabell',
    kOfN: (k: string, n: string) => `${k} av ${n}`,
    tooFew: 'Visas inte: för få svar',
    nobody: 'Ingen har svarat',
    what: 'Vad',
    group: 'Grupp',
    count: 'Antal',
    of: 'Av',
    share: 'Andel',
    rating: 'Betyg',
    total: 'Summa',
    median: (value: string) => `Median ${value}`,
  },
  turnout: {
    of: 'av',
    haveVoted: 'har röstat',
    noneEntitled: 'Ingen har rösträtt ännu',
  },
  live: {
    following: 'Sidan följer med av sig själv.',
    lost: 'Anslutningen är bruten. Det som visas kan vara gammalt. Sidan försöker igen av sig själv.',
    refresh: 'Uppdatera',
  },
}

const en: typeof sv = {
  product: 'Mellanrum',
  layout: {
    skip: 'Skip to content',
    navigation: 'Main menu',
    language: 'Language',
    loggedInAs: 'Logged in as',
    logIn: 'Log in',
    logOut: 'Log out',
    errorInTitle: 'Error:',
    home: 'Mellanrum, to the start page',
    footer: 'Mellanrum is for those who help the same person from different directions.',
  },
  field: {
    optional: 'optional',
    error: 'Error:',
  },
  errorSummary: {
    heading: count =>
      count === 0
        ? 'That did not work'
        : count === 1
          ? 'One thing needs correcting'
          : `${count} things need correcting`,
  },
  message: { info: 'Good to know', success: 'Done', warning: 'Important', error: 'Error' },
  table: {
    sortBy: 'Sort by',
    empty: 'There is nothing here yet.',
  },
  progress: {
    of: (value, max) => `${value} of ${max}`,
    step: (step, steps) => `Step ${step} of ${steps}`,
  },
  step: { done: 'Done', current: 'Now', todo: 'To do', blocked: 'Waiting' },
  breadcrumb: 'You are here',
  contents: 'Contents',
  subNavigation: 'Parts of this page',
  pagination: {
    name: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: page => `Page ${page}`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
  },
  qr: {
    name: link => `QR code that opens ${link}`,
    orGoTo: 'Or type the address:',
  },
  chart: {
    asTable: 'Show as a table',
    kOfN: (k, n) => `${k} of ${n}`,
    tooFew: 'Not shown: too few answers',
    nobody: 'Nobody has answered',
    what: 'What',
    group: 'Group',
    count: 'Number',
    of: 'Of',
    share: 'Share',
    rating: 'Rating',
    total: 'Total',
    median: value => `Median ${value}`,
  },
  turnout: {
    of: 'of',
    haveVoted: 'have voted',
    noneEntitled: 'Nobody may vote yet',
  },
  live: {
    following: 'The page follows by itself.',
    lost: 'The connection is lost. What is shown may be old. The page tries again by itself.',
    refresh: 'Refresh',
  },
}

export const messages: Catalogue<typeof sv> = { sv, en }
