import { plural } from '../../../platform/i18n/format.ts'
import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  title: 'Indikatorer',
  lead: (period: string) =>
    `Så svarade de som samverkan är till för, och de som arbetar i den, senast i ${period}.`,
  choose: {
    label: 'Välj vad som visas',
    association: 'Samordningsförbund',
    group: 'Där flera grupper har fått frågan, visa svaren från',
    nearest: 'den grupp som är närmast',
    show: 'Visa',
  },
  none: {
    heading: 'Det finns inget resultat än',
    text: 'När en mätomgång är stängd visas här vad som har blivit bättre, vad som har blivit sämre och vad som inte går att säga.',
  },
  summary: {
    heading: 'Vad har hänt sedan förra mätningen?',
    better: 'Säkert bättre',
    worse: 'Säkert sämre',
    nothing: 'Ingen indikator.',
    unchanged: (count: number) =>
      `${count} ${plural('sv', count, { one: 'indikator', other: 'indikatorer' })} har ingen säker skillnad: det som syns kan vara slump.`,
    unchangedTerm: 'Ingen säker skillnad',
    cannot: 'Kan inte sägas',
    tooFew: (count: number) => `${count} visas inte, eftersom färre än fem har svarat.`,
    newSeries: (count: number) => `${count} går inte att jämföra med förra gången: frågan är en annan.`,
    first: (count: number) => `${count} har mätts en enda gång.`,
    notMeasured: (count: number) => `${count} har inte mätts.`,
    everythingSaid: 'Alla indikatorer kan jämföras.',
  },
  table: {
    indicator: 'Indikator',
    level: 'Andel positiva svar',
    of: (n: string) => `av ${n} svar`,
    change: 'Förändring',
    course: 'Över tid',
    rate: 'Svarsfrekvens',
    why: 'Varför den här siffran?',
    whyAbout: (number: number) => `Indikator ${number}`,
    asked: (group: string) => `Svar från: ${group.toLowerCase()}.`,
  },
  tooFew: 'Visas inte: färre än fem svar',
  notMeasured: 'Inte mätt',
  first: 'Mätt en gång',
  newSeries: 'Ny fråga, kan inte jämföras',
  cannot: 'Kan inte jämföras: färre än fem svar',
  since: (period: string) => `sedan ${period}`,
  unknownRate: 'Okänd',
  reading: {
    summary: 'Så läser du siffrorna',
    share:
      'Andelen är hur många av dem som svarade på frågan som svarade så som indikatorn önskar. De som svarade ”vet inte” eller hoppade över frågan är inte med.',
    interval:
      'Det som står efter andelen är intervallet som andelen med 95 procents säkerhet ligger i, om de som svarade är som alla som kunde ha svarat (Wilsons intervall).',
    change:
      'Högre och lägre skrivs bara när skillnaden är säker. Alla förändringar på sidan prövas tillsammans, så att slumpen inte kallas förbättring (Benjamini och Hochberg, 5 procent).',
    few: 'Ingenting visas om färre än fem personer.',
  },
}
const en: typeof sv = {
  title: 'Indicators',
  lead: (period: string) =>
    `What those whom collaboration is for, and those who work in it, answered; latest in ${period}.`,
  choose: {
    label: 'Choose what is shown',
    association: 'Coordination association',
    group: 'Where several groups were asked, show the answers of',
    nearest: 'the nearest group',
    show: 'Show',
  },
  none: {
    heading: 'There is no result yet',
    text: 'When a wave is closed, this page shows what has become better, what has become worse and what cannot be said.',
  },
  summary: {
    heading: 'What has happened since the last measurement?',
    better: 'Certainly better',
    worse: 'Certainly worse',
    nothing: 'No indicator.',
    unchanged: (count: number) =>
      `${count} ${plural('en', count, { one: 'indicator has', other: 'indicators have' })} no certain difference: what is seen may be chance.`,
    unchangedTerm: 'No certain difference',
    cannot: 'Cannot be said',
    tooFew: (count: number) => `${count} not shown, since fewer than five have answered.`,
    newSeries: (count: number) => `${count} cannot be compared with last time: the question is another.`,
    first: (count: number) => `${count} measured only once.`,
    notMeasured: (count: number) => `${count} not measured.`,
    everythingSaid: 'All indicators can be compared.',
  },
  table: {
    indicator: 'Indicator',
    level: 'Favourable answers',
    of: (n: string) => `of ${n} answers`,
    change: 'Change',
    course: 'Over time',
    rate: 'Response rate',
    why: 'Why this figure?',
    whyAbout: (number: number) => `Indicator ${number}`,
    asked: (group: string) => `Answers from: ${group.toLowerCase()}.`,
  },
  tooFew: 'Not shown: fewer than five answers',
  notMeasured: 'Not measured',
  first: 'Measured once',
  newSeries: 'New question, cannot be compared',
  cannot: 'Cannot be compared: fewer than five answers',
  since: (period: string) => `since ${period}`,
  unknownRate: 'Not known',
  reading: {
    summary: 'How to read the figures',
    share:
      'The share is how many of those who answered the question answered as the indicator wishes. Those who answered “don’t know” or skipped the question are not in it.',
    interval:
      'After the share stands the interval in which it lies with 95 percent confidence, if those who answered are as all who could have answered (Wilson’s interval).',
    change:
      'Higher and lower are written only where the difference is certain. All changes on the page are tested together, so that chance is not called improvement (Benjamini and Hochberg, 5 percent).',
    few: 'Nothing is shown about fewer than five people.',
  },
}

export const boardMessages: Catalogue<typeof sv> = { sv, en }
