import type { Catalogue } from '../../../platform/i18n/language.ts'
import { type AccordItem, accordItems } from '../rules/after/accord.ts'
import { itemPaths, protocolEntries } from '../rules/after/report.ts'
import { fewestShown } from '../rules/results/held-back.ts'
import { accord } from './accord.ts'
import { reportTexts } from './report.ts'
import { listed, numberList, type ReportTable, type SectionId, type Wording } from './report-parts.ts'
import { wordFor } from './words.ts'

/** What the system itself can say to an item of ACCORD, and which part of the report says more. */
export interface KnownAnswer {
  readonly text: string
  readonly section: SectionId
  /** More is asked for than can be known here: it counts as answered only together with what people write. */
  readonly inPart?: boolean
}

/** The items that the system can say something about; the others are for those who lead to write. */
export function accordKnown(wording: Wording): Partial<Record<AccordItem, KnownAnswer>> {
  const { report, language } = wording
  const t = texts[language]
  const { conference, participants, rounds } = report
  const hasInformation = conference.information.trim() !== ''
  const roles = participants.roles.flatMap(one => one.groups)
  const lineage = report.items.filter(item => item.derived !== null).length
  const dropped = itemPaths(report.items, rounds).filter(path => path.ending === 'dropped').length
  const deviations = report.deviations.length + rounds.reduce((sum, one) => sum + one.deviations.length, 0)
  const decided = rounds.length > 0
  return {
    T1: { text: t.T1(reportTexts[language].title(conference.name)), section: 'summary' },
    ...(hasInformation && { I2: { text: t.I2, section: 'purpose', inPart: true } as const }),
    M3: { text: t.M3(participants.experts), section: 'experts', inPart: true },
    ...(participants.invited > 0 && {
      M4: { text: t.M4(participants.invited), section: 'experts' } as const,
    }),
    ...(roles.length > 0 && {
      M5: {
        text: t.M5(
          listed(
            roles.map(role => wordFor(language, 'role', role)),
            language,
          ),
        ),
        section: 'experts',
        inPart: true,
      } as const,
    }),
    ...(decided && {
      M9: { text: t.M9(rounds.length), section: 'rules' } as const,
      M10: { text: t.M10(report.arguments.length > 0), section: 'rules' } as const,
      M11: { text: t.M11, section: 'rules' } as const,
      M12: { text: t.M12, section: 'rules', inPart: true } as const,
      M13: { text: againText(wording), section: 'way' } as const,
      M14: { text: t.M14, section: 'secrecy' } as const,
      M15: { text: t.M15, section: 'agreement' } as const,
      M17: { text: t.M17, section: 'feedback' } as const,
      M18: { text: t.M18(fewestShown), section: 'secrecy' } as const,
      M19: { text: t.M19, section: 'way' } as const,
      R1: { text: timesText(wording), section: 'rules' } as const,
      R2: { text: t.R2(deviations), section: 'way' } as const,
      R3: { text: turnoutText(wording), section: 'experts' } as const,
      R4: {
        text: t.R4(protocolEntries(rounds, 'comprehensive').length, protocolEntries(rounds, 'core').length),
        section: 'comprehensive',
      } as const,
      R5: { text: t.R5(dropped, lineage), section: 'way' } as const,
    }),
    M21: { text: t.M21, section: 'secrecy', inPart: true },
    D1: { text: t.D1, section: 'secrecy', inPart: true },
    O1: { text: t.O1(listed(report.holders, language)), section: 'purpose' },
  }
}

/** Items that have an answer: from the system alone, or from those who lead. */
export function answeredItems(wording: Wording): ReadonlySet<AccordItem> {
  const known = accordKnown(wording)
  return new Set(
    accordItems.filter(item => {
      const own = known[item]
      return (own && !own.inPart) || Boolean(wording.report.accord[item])
    }),
  )
}

/** The whole checklist with what is answered, as an appendix. */
export function accordTable(wording: Wording): ReportTable {
  const { report, language, t } = wording
  const known = accordKnown(wording)
  const own = accord[language]
  const headings = reportTexts[language]
  return {
    kind: 'table',
    name: 'accord',
    caption: t.accord.caption,
    sheet: 'ACCORD',
    folded: true,
    onPhone: 'stack',
    rowHeader: 0,
    columns: [
      { name: t.accord.number, width: 0.7 },
      { name: t.accord.asks, width: 3.6 },
      { name: t.accord.answer, width: 4.8 },
      { name: t.accord.where, width: 2 },
    ],
    rows: accordItems.map(item => {
      const answer = known[item]
      const written = report.accord[item]
      const parts = [answer?.text, written].filter(part => part !== undefined)
      return [
        item,
        own.item[item],
        parts.length > 0 ? parts.join('\n') : t.accord.missing,
        answer ? headingOf(headings, answer.section) : '',
      ]
    }),
  }
}

/** Heading of the part of the report that a known answer points to. */
const headingOf = (t: Wording['t'], section: SectionId): string =>
  ({
    corrections: t.corrections.heading,
    summary: t.summary.heading,
    core: t.core.heading,
    comprehensive: t.comprehensive.heading,
    purpose: t.purpose.heading,
    experts: t.people.heading,
    rules: t.rules.heading,
    way: t.path.heading,
    agreement: t.agreement.heading,
    roles: t.groups.heading,
    feedback: t.feedback.heading,
    evaluation: t.evaluation.heading,
    secrecy: t.secrecy.heading,
    items: t.all.heading,
    arguments: t.arguments.heading,
    accord: t.accord.heading,
  })[section]

function againText({ report, language }: Wording): string {
  const again = report.rounds.flatMap(({ rule }) =>
    typeof rule.items === 'object' && 'acceptedIn' in rule.items ? [rule.round] : [],
  )
  const t = texts[language]
  return again.length > 0 ? t.M13(numberList(again, language)) : t.M13none
}

const timesText = ({ report, language, at }: Wording): string =>
  report.rounds.map(one => texts[language].R1(one.rule.round, at(one.openedAt), at(one.closedAt))).join(' ')

const turnoutText = ({ report, language }: Wording): string =>
  report.rounds
    .map(({ rule, turnout }) => texts[language].R3(rule.round, turnout.voted, turnout.entitled))
    .join(' ')

const sv = {
  T1: (title: string) =>
    `Titeln är ”${title}”. Metoden är en konsensuskonferens: samtal i grupper och hemliga omröstningar.`,
  I2: 'Syftet står i informationen till experterna.',
  M3: (experts: number) => `${experts} experter fanns på listan. Hur de valdes vet inte systemet.`,
  M4: (invited: number) => `${invited} experter fick en personlig länk som gäller en gång.`,
  M5: (roles: string) => `Experterna hade de här rollerna: ${roles}.`,
  M9: (rounds: number) =>
    `Konsensuskonferens med ${rounds} omröstningar. Experterna läste förslagen hemma, talade om dem i grupper och röstade sedan var för sig.`,
  M10: (arguments_: boolean) =>
    `Varje förslag visades för sig med sina svarsval. ${arguments_ ? 'Grupperna kunde skriva argument för och emot.' : 'Inga argument antecknades.'} Vilka svar som fanns står vid varje regel.`,
  M11: 'Varje regel säger vilka förslag omröstningen gällde och till vilket protokoll de gick.',
  M12: 'Vad som räknades som enighet står i varje regel. Den låstes innan omröstningen öppnade. Varför gränsen sattes där vet inte systemet.',
  M13: (rounds: string) => `Ja. Förslag som hade gått in var med igen i omröstning ${rounds}.`,
  M13none: 'Nej. Förslag som hade gått in var inte med i senare omröstningar.',
  M14: 'Var och en röstade för sig på en egen telefon eller dator.',
  M15: 'Rösterna räknades av systemet när omröstningen stängde. Andelar räknas exakt, och k av n står bredvid varje procenttal.',
  M17: 'Resultatet av en omröstning visades för alla experter innan nästa öppnade.',
  M18: (fewest: number) =>
    `Ja, för alla, också för dem som ledde konferensen och dem som sköter databasen. Grupper med färre än ${fewest} röster visas inte.`,
  M19: 'De som ledde konferensen hade ingen röst. Blev det lika röstetal vid en gräns valde de mellan alla, ingen eller ny omröstning; varje sådant val står i rapporten.',
  M21: 'Det gick att rösta med skärmläsare, tangentbord, liten skärm och stor text, på svenska och engelska.',
  R1: (round: number, opened: string, closed: string) =>
    `Omröstning ${round} öppnade ${opened} och stängde ${closed}.`,
  R2: (count: number) =>
    count === 0 ? 'Inga avvikelser är antecknade.' : `Antecknade avvikelser: ${count}.`,
  R3: (round: number, voted: number, entitled: number) =>
    `Omröstning ${round}: ${voted} av ${entitled} lämnade in en valsedel.`,
  R4: (comprehensive: number, core: number) =>
    `${comprehensive} förslag i det omfattande protokollet och ${core} i kärnprotokollet, med röster.`,
  R5: (dropped: number, lineage: number) =>
    `${dropped} förslag föll bort och kom inte med i något protokoll. ${lineage} förslag kom till genom att andra slogs ihop, delades eller skrevs om.`,
  D1: 'Systemet vet en svaghet: om de som slutade hade röstat annorlunda går inte att veta, eftersom rösterna är hemliga.',
  O1: (holders: string) => `${holders} höll i konferensen.`,
}

const en: typeof sv = {
  T1: title =>
    `The title is “${title}”. The method is a consensus conference: talks in groups and secret votes in rounds.`,
  I2: 'The aim stands in the information to the experts.',
  M3: experts => `${experts} experts were on the list. How they were chosen the system does not know.`,
  M4: invited => `${invited} experts got a personal link that can be used once.`,
  M5: roles => `The experts had these roles: ${roles}.`,
  M9: rounds =>
    `A consensus conference in ${rounds} rounds. The experts read the items at home, talked about them in groups, and then voted each alone.`,
  M10: arguments_ =>
    `Each item was shown by itself with its choices. ${arguments_ ? 'The groups could write arguments for and against.' : 'No arguments were noted.'} Which choices there were stands with each rule.`,
  M11: 'Each rule says which items the round was about and to which protocol they went.',
  M12: 'What counted as consensus stands in each rule. It was locked before the vote opened. Why the limit was set there the system does not know.',
  M13: rounds => `Yes. Items that had been accepted were voted on again in round ${rounds}.`,
  M13none: 'No. Items that had been accepted were not voted on again.',
  M14: 'Each voted alone on a phone or computer of their own.',
  M15: 'Votes were counted by the system when the round closed. Shares are exact, and k of n stands beside every percentage.',
  M17: 'The result of a round was shown to all experts before the next one opened.',
  M18: fewest =>
    `Yes, to everybody, also to those who led the conference and those who run the database. Groups with fewer than ${fewest} votes are not shown.`,
  M19: 'Those who led the conference had no vote. When there was a tie at a cut they chose between all, none and a run-off vote; each such choice stands in the report.',
  M21: 'One could vote with a screen reader, a keyboard, a small screen and large text, in Swedish and English.',
  R1: (round, opened, closed) => `Voting round ${round} opened ${opened} and closed ${closed}.`,
  R2: count => (count === 0 ? 'No deviations have been noted.' : `Deviations noted: ${count}.`),
  R3: (round, voted, entitled) => `Voting round ${round}: ${voted} of ${entitled} handed in a ballot.`,
  R4: (comprehensive, core) =>
    `${comprehensive} items in the comprehensive protocol and ${core} in the core protocol, with votes.`,
  R5: (dropped, lineage) =>
    `${dropped} items fell out and are in no protocol. ${lineage} items came about by merging, splitting or rewording others.`,
  D1: 'The system knows one weakness: whether those who left would have voted differently cannot be known, because votes are secret.',
  O1: holders => `${holders} held the conference.`,
}

const texts: Catalogue<typeof sv> = { sv, en }
