import type { Catalogue, Language } from '../../../platform/i18n/language.ts'
import type { SettledTie, TiedItems } from '../rules/lead-model.ts'

/** How a tie was settled: what tied and where, and what was chosen. The same words wherever a result is read. */
export function tieSentence(tie: SettledTie, language: Language): string {
  const t = texts[language]
  const tied = t.items(listed(tie.items, language))
  const met = tie.isAgain ? t.again(tied) : t.tied[tie.cut](tied)
  if (tie.decision === 'all') return `${met} ${t.settled[tie.cut].all(tie.items.length - tie.seats)}`
  if (tie.decision === 'none') return `${met} ${t.settled[tie.cut].none(tie.seats)}`
  return `${met} ${t.runOff(tie.runOff && t.turnout(tie.runOff.voted, tie.runOff.entitled))}`
}

/** What a run-off is about, for those who vote in it: a sentence for each thing. */
export function runOffSentences(tie: TiedItems, language: Language): string[] {
  const t = texts[language]
  return [t.tied[tie.cut](t.items(listed(tie.items, language))), t.voteAgain(tie.seats)[tie.cut]]
}

const listed = (items: readonly number[], language: Language): string =>
  new Intl.ListFormat(language === 'sv' ? 'sv' : 'en-GB', { type: 'conjunction' }).format(items.map(String))

const sv = {
  items: (items: string) => `Förslag ${items}`,
  tied: {
    accept: (items: string) => `${items} fick lika röstetal vid gränsen för att gå in.`,
    drop: (items: string) => `${items} fick lika röstetal vid gränsen för att falla bort.`,
  },
  again: (items: string) => `${items} fick lika röstetal också när experterna röstade igen.`,
  settled: {
    accept: {
      all: (more: number) => `Alla går in: ${more} fler än regeln säger.`,
      none: (fewer: number) => `Inget av dem går in: ${fewer} färre än regeln säger.`,
    },
    drop: {
      all: (more: number) => `Alla faller bort: ${more} fler än regeln säger.`,
      none: (fewer: number) => `Inget av dem faller bort: ${fewer} färre än regeln säger.`,
    },
  },
  runOff: (turnout: string | undefined) =>
    `Experterna röstade igen om bara dem, i en särskiljande omröstning${turnout ? `: ${turnout}` : ''}.`,
  turnout: (voted: number, entitled: number) => `${voted} av ${entitled} röstade`,
  voteAgain: (seats: number) => ({
    accept: `Nu röstar ni igen om bara dem. ${seats === 1 ? 'Det' : `De ${seats}`} med mest stöd går in.`,
    drop: `Nu röstar ni igen om bara dem. ${seats === 1 ? 'Det' : `De ${seats}`} med minst stöd faller bort.`,
  }),
}

const en: typeof sv = {
  items: items => `Items ${items}`,
  tied: {
    accept: items => `${items} tied at the limit for going in.`,
    drop: items => `${items} tied at the limit for falling out.`,
  },
  again: items => `${items} tied also when the experts voted again.`,
  settled: {
    accept: {
      all: more => `All go in: ${more} more than the rule says.`,
      none: fewer => `None of them goes in: ${fewer} fewer than the rule says.`,
    },
    drop: {
      all: more => `All fall out: ${more} more than the rule says.`,
      none: fewer => `None of them falls out: ${fewer} fewer than the rule says.`,
    },
  },
  runOff: turnout => `The experts voted again on them only, in a run-off${turnout ? `: ${turnout}` : ''}.`,
  turnout: (voted, entitled) => `${voted} of ${entitled} voted`,
  voteAgain: seats => ({
    accept: `Now you vote again on them only. ${seats === 1 ? 'The one with most support goes' : `The ${seats} with most support go`} in.`,
    drop: `Now you vote again on them only. ${seats === 1 ? 'The one with least support falls' : `The ${seats} with least support fall`} out.`,
  }),
}

const texts: Catalogue<typeof sv> = { sv, en }
