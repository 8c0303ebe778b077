import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  back: 'Indikatorer',
  above: (association: string) => `Indikator · ${association}`,
  none: {
    heading: 'Ingen har svarat på den här frågan än',
    text: 'När en mätomgång som frågar om indikatorn är stängd visas resultatet här.',
    back: 'Till alla indikatorer',
  },
  lead: (share: string, range: string, n: string, period: string) =>
    `${share} svarade så som indikatorn önskar i ${period} (${range}, av ${n} svar).`,
  leadTooFew: (period: string) => `Färre än fem svarade i ${period}. Därför visas ingen siffra.`,
  choose: {
    label: 'Vad som visas',
    group: 'Vem som har svarat',
    period: 'Mätomgång',
    show: 'Visa',
  },
  overTime: {
    title: 'Har det blivit bättre över tid?',
    description:
      'Andel positiva svar i varje mätomgång, med intervallet som den med 95 procents säkerhet ligger i. Där strecket bryts har frågan blivit en annan.',
    change: 'Jämfört med förra mätningen:',
  },
  byGroup: {
    heading: 'Svarar grupperna olika?',
    description: 'Den senaste mätningen i varje grupp som har fått frågan.',
    what: 'Grupp',
  },
  byInitiative: {
    heading: 'Är det olika i insatserna?',
    description: (period: string) =>
      `Andel positiva svar i varje insats i ${period}. En insats visas om minst fem har svarat, och bara så att ingen annan insats kan räknas ut.`,
    what: 'Insats',
    rest: 'Inte i någon insats',
    all: 'Hela förbundet',
  },
  funnel: {
    heading: 'Skiljer vi oss från andra förbund?',
    description:
      'Varje punkt är ett förbund som jämför sig. Ju färre svar, desto mer gör slumpen. Innanför gränserna finns det inget säkert att förklara. Det är ingen rangordning.',
    what: 'Förbund',
    own: 'Jämfört med de andra tillsammans:',
    tooFew:
      'Färre än tre förbund jämför sig på den här frågan i den här mätningen. Då visas ingen jämförelse.',
    notTakingPart: 'Förbundet deltar inte i jämförelsen med andra förbund.',
  },
  distribution: {
    heading: 'Hur fördelar sig svaren?',
    description:
      'Hur många som valde varje svar. Har ett svar valts av en till fyra personer visas bara positiva och övriga svar.',
    what: 'Mätomgång',
    favourable: 'Positiva svar',
    other: 'Övriga svar',
  },
  why: {
    heading: 'Varför den här siffran?',
    question: 'Frågan',
    questionnaire: 'Formulär och version',
    wave: 'Mätomgång',
    filter: 'Urval',
    filterText: (association: string, group: string) =>
      `Alla svar från ${group.toLowerCase()} i ${association}. Inget är viktat.`,
    source: 'Källa',
    survey: 'Räknat från enkätens svar',
    imported: 'Inläst som antal från ett äldre resultat',
    rule: 'Positiva svar',
    ruleNumber: 'Talen från den gräns som formuläret anger',
    n: 'Svar som räknas',
    nText: (n: string, favourable: string) => `${n}, varav ${favourable} positiva`,
    unknown: 'Svarade ”vet inte”',
    unknownHidden: 'Visas inte: en till fyra personer',
    unknownText: (count: string) =>
      `${count}. De är inte med i andelen, och inte de som hoppade över frågan.`,
    response: 'Svarsfrekvens',
    responseText: (answered: string, expected: string, rate: string) =>
      `${answered} av ${expected} tillfrågade svarade (${rate})`,
    responseUnknown: (answered: string) => `${answered} svarade. Hur många som tillfrågades är inte känt.`,
    interval: 'Så räknas intervallet',
    intervalText:
      'Wilsons intervall för en andel, 95 procent, utan kontinuitetskorrektion (Wilson 1927; metod 3 i Newcombe 1998).',
    mean: 'Medelvärde',
    meanText: (mean: string) => `${mean} på frågans skala`,
    change: 'Så räknas förändringen',
    changeText:
      'Newcombes intervall för skillnaden mellan två andelar (metod 10, 1998). Alla förändringar som visas tillsammans prövas tillsammans (Benjamini och Hochberg 1995, 5 procent).',
    item: 'Kommer från',
    itemText: (item: number) => `Förslag ${item} på konsensuskonferensen 2014`,
    tooFew: 'Visas inte: färre än fem svar',
  },
}
const en: typeof sv = {
  back: 'Indicators',
  above: (association: string) => `Indicator · ${association}`,
  none: {
    heading: 'Nobody has answered this question yet',
    text: 'When a wave that asks about the indicator is closed, its result is shown here.',
    back: 'To all indicators',
  },
  lead: (share: string, range: string, n: string, period: string) =>
    `${share} answered as the indicator wishes in ${period} (${range}, of ${n} answers).`,
  leadTooFew: (period: string) => `Fewer than five answered in ${period}. So no figure is shown.`,
  choose: {
    label: 'What is shown',
    group: 'Who has answered',
    period: 'Wave',
    show: 'Show',
  },
  overTime: {
    title: 'Has it become better over time?',
    description:
      'The share of favourable answers in each wave, with the interval in which it lies with 95 percent confidence. Where the line is broken the question became another.',
    change: 'Compared with the last measurement:',
  },
  byGroup: {
    heading: 'Do the groups answer differently?',
    description: 'The latest measurement of each group that was asked.',
    what: 'Group',
  },
  byInitiative: {
    heading: 'Does it differ between initiatives?',
    description: (period: string) =>
      `The share of favourable answers in each initiative in ${period}. An initiative is shown if at least five have answered, and only so that no other can be reckoned.`,
    what: 'Initiative',
    rest: 'In no initiative',
    all: 'The whole association',
  },
  funnel: {
    heading: 'Do we differ from other associations?',
    description:
      'Each dot is an association that compares itself. The fewer answers, the more is chance. Within the limits there is nothing certain to explain. It is no ranking.',
    what: 'Association',
    own: 'Compared with the others together:',
    tooFew:
      'Fewer than three associations compare on this question in this measurement. So no comparison is shown.',
    notTakingPart: 'The association takes no part in the comparison with others.',
  },
  distribution: {
    heading: 'How are the answers spread?',
    description:
      'How many chose each answer. Where one to four people chose an answer, only favourable and other answers are shown.',
    what: 'Wave',
    favourable: 'Favourable answers',
    other: 'Other answers',
  },
  why: {
    heading: 'Why this figure?',
    question: 'The question',
    questionnaire: 'Questionnaire and version',
    wave: 'Wave',
    filter: 'Selection',
    filterText: (association: string, group: string) =>
      `All answers from ${group.toLowerCase()} in ${association}. Nothing is weighted.`,
    source: 'Source',
    survey: 'Counted from the answers to the survey',
    imported: 'Imported as counts from an older result',
    rule: 'Favourable answers',
    ruleNumber: 'Numbers from the limit that the questionnaire says',
    n: 'Answers that count',
    nText: (n: string, favourable: string) => `${n}, of which ${favourable} favourable`,
    unknown: 'Answered “don’t know”',
    unknownHidden: 'Not shown: one to four people',
    unknownText: (count: string) =>
      `${count}. They are not in the share, and neither are those who skipped the question.`,
    response: 'Response rate',
    responseText: (answered: string, expected: string, rate: string) =>
      `${answered} of ${expected} who were asked answered (${rate})`,
    responseUnknown: (answered: string) => `${answered} answered. How many were asked is not known.`,
    interval: 'How the interval is computed',
    intervalText:
      'Wilson’s interval for a share, 95 percent, without continuity correction (Wilson 1927; method 3 in Newcombe 1998).',
    mean: 'Mean',
    meanText: (mean: string) => `${mean} on the scale of the question`,
    change: 'How the change is computed',
    changeText:
      'Newcombe’s interval for the difference of two shares (method 10, 1998). All changes that are shown together are tested together (Benjamini and Hochberg 1995, 5 percent).',
    item: 'Comes from',
    itemText: (item: number) => `Item ${item} of the consensus conference of 2014`,
    tooFew: 'Not shown: fewer than five answers',
  },
}

export const indicatorMessages: Catalogue<typeof sv> = { sv, en }
