import { plural } from '../../../platform/i18n/format.ts'
import type { Catalogue } from '../../../platform/i18n/language.ts'

/** The hub, the description and what the pages of the preparation share. */
const sv = {
  parts: {
    name: 'Konferensens delar',
    overview: 'Översikt',
    description: 'Beskrivning',
    items: 'Förslag',
    experts: 'Experter',
    rounds: 'Omröstningar',
    groups: 'Grupper',
  },
  readOnly: 'Du kan läsa här men inte ändra. Det gör processledaren eller förbundschefen.',
  hub: {
    above: 'Konsensuskonferens',
    stepsHeading: 'Steg för steg',
    stepsLead: 'Gör stegen i den ordning som passar. För att rösta behövs förslag, experter och regler.',
    information: 'Information till experterna',
    noInformation: 'Här finns ingen information ännu. Experterna läser den hemma innan de kommer.',
    associations: 'Förbund',
    change: 'Ändra beskrivningen',
    step: {
      describe: 'Beskriv konferensen',
      items: 'Lägg in förslagen',
      experts: 'Bjud in experterna',
      rules: 'Bestäm reglerna för omröstningarna',
      groups: 'Dela in grupper',
      lead: 'Led konferensen',
      evaluation: 'Utvärdera',
      report: 'Publicera rapporten',
    },
    note: {
      describe: (hasInformation: boolean): string =>
        hasInformation ? 'Namn, dagar och information finns.' : 'Skriv information till experterna.',
      items: (count: number): string =>
        count === 0 ? 'Inga förslag ännu. Läs in en fil eller skriv dem för hand.' : `${count} förslag.`,
      experts: (experts: number, invited: number, accepted: number, hasVoted: boolean): string => {
        if (experts === 0) return 'Inga experter ännu.'
        const all = `${experts} ${plural('sv', experts, { one: 'expert', other: 'experter' })}`
        return invited === 0 && hasVoted
          ? `${all}.`
          : `${all}, ${invited} inbjudna, ${accepted} har tackat ja.`
      },
      rules: (rounds: number): string =>
        rounds === 0
          ? 'Inga omröstningar planerade. Reglerna bestäms före första rösten och visas för alla.'
          : `${rounds} ${plural('sv', rounds, { one: 'omröstning planerad', other: 'omröstningar planerade' })}.`,
      groups: (sittings: number, experts: number, hasVoted: boolean): string => {
        if (sittings > 0) return `Grupper för ${sittings} samtal.`
        if (experts === 0) return 'Väntar på experter.'
        return hasVoted ? 'Ingen gruppindelning är gjord.' : 'Inga grupper ännu.'
      },
      lead: (published: number, rounds: number, ready: boolean): string =>
        ready
          ? `${published} av ${rounds} ${plural('sv', rounds, { one: 'omröstning är klar', other: 'omröstningar är klara' })}.`
          : 'Väntar på förslag, experter och regler.',
      evaluation: {
        open: 'Utvärderingen är öppen.',
        closed: 'Utvärderingen är stängd.',
        missed: 'Ingen utvärdering gjordes.',
        waits: 'Experterna svarar på frågor om konferensen.',
      },
      report: (published: boolean): string =>
        published ? 'Rapporten är publicerad.' : 'Båda protokollen, alla resultat och avvikelser.',
    },
    next: {
      describe: 'Beskriv konferensen',
      items: 'Lägg in förslag',
      experts: 'Lägg till och bjud in experter',
      rules: 'Bestäm reglerna',
      groups: 'Dela in grupper',
      lead: 'Led konferensen',
      evaluation: 'Till utvärderingen',
      report: 'Till rapporten',
    },
  },
  description: {
    title: 'Beskrivning',
    lead: 'Experterna ser allt som står här.',
    save: 'Spara',
    saved: 'Beskrivningen är sparad',
    undo: 'Ångra ändringen',
    undone: 'Ändringen är ångrad. Det som stod före är tillbaka.',
  },
  deviation: {
    heading: 'Avvikelser från planen',
    lead: 'Blev något annorlunda än planerat? Skriv vad och varför. Det publiceras i rapporten, så att andra kan bedöma resultatet.',
    leadForReaders: 'Det som blev annorlunda än planerat, och varför. Det publiceras i rapporten.',
    none: 'Inga avvikelser är noterade.',
    caption: 'Noterade avvikelser',
    when: 'När',
    round: 'Omröstning',
    what: 'Vad blev annorlunda?',
    reason: 'Varför?',
    whatShort: 'Vad',
    reasonShort: 'Varför',
    otherRule: 'Avgjordes med en annan regel än den låsta',
    add: 'Notera en avvikelse',
    save: 'Notera avvikelsen',
    saved: 'Avvikelsen är noterad',
    wholeConference: 'Hela',
  },
  error: {
    'what-missing': 'Skriv vad som blev annorlunda.',
    'reason-missing': 'Skriv varför det blev så.',
    'too-long': 'Texten är för lång.',
  },
}

const en: typeof sv = {
  parts: {
    name: 'Parts of the conference',
    overview: 'Overview',
    description: 'Description',
    items: 'Items',
    experts: 'Experts',
    rounds: 'Voting rounds',
    groups: 'Groups',
  },
  readOnly: 'You can read here but not change. The process leader or the association manager can.',
  hub: {
    above: 'Consensus conference',
    stepsHeading: 'Step by step',
    stepsLead: 'Take the steps in the order that suits you. A vote needs items, experts and rules.',
    information: 'Information for the experts',
    noInformation: 'There is no information yet. The experts read it at home before they come.',
    associations: 'Associations',
    change: 'Change the description',
    step: {
      describe: 'Describe the conference',
      items: 'Put in the items',
      experts: 'Invite the experts',
      rules: 'Decide the rules of the voting rounds',
      groups: 'Make groups',
      lead: 'Lead the conference',
      evaluation: 'Evaluate',
      report: 'Publish the report',
    },
    note: {
      describe: hasInformation =>
        hasInformation ? 'Name, days and information are there.' : 'Write information for the experts.',
      items: count =>
        count === 0
          ? 'No items yet. Read in a file, or write them by hand.'
          : `${count} ${plural('en', count, { one: 'item', other: 'items' })}.`,
      experts: (experts, invited, accepted, hasVoted) => {
        if (experts === 0) return 'No experts yet.'
        const all = `${experts} ${plural('en', experts, { one: 'expert', other: 'experts' })}`
        return invited === 0 && hasVoted
          ? `${all}.`
          : `${all}, ${invited} invited, ${accepted} have accepted.`
      },
      rules: rounds =>
        rounds === 0
          ? 'No voting rounds planned. The rules are decided before the first vote and shown to all.'
          : `${rounds} ${plural('en', rounds, { one: 'voting round', other: 'voting rounds' })} planned.`,
      groups: (sittings, experts, hasVoted) => {
        if (sittings > 0)
          return `Groups for ${sittings} ${plural('en', sittings, { one: 'sitting', other: 'sittings' })}.`
        if (experts === 0) return 'Waits for experts.'
        return hasVoted ? 'No groups were made.' : 'No groups yet.'
      },
      lead: (published, rounds, ready) =>
        ready ? `${published} of ${rounds} voting rounds are done.` : 'Waits for items, experts and rules.',
      evaluation: {
        open: 'The evaluation is open.',
        closed: 'The evaluation is closed.',
        missed: 'No evaluation was made.',
        waits: 'The experts answer questions about the conference.',
      },
      report: published =>
        published ? 'The report is published.' : 'Both protocols, all results and deviations.',
    },
    next: {
      describe: 'Describe the conference',
      items: 'Put in items',
      experts: 'Add and invite experts',
      rules: 'Decide the rules',
      groups: 'Make groups',
      lead: 'Lead the conference',
      evaluation: 'To the evaluation',
      report: 'To the report',
    },
  },
  description: {
    title: 'Description',
    lead: 'The experts see all that is written here.',
    save: 'Save',
    saved: 'The description is saved',
    undo: 'Undo the change',
    undone: 'The change is undone. What was there before is back.',
  },
  deviation: {
    heading: 'Deviations from the plan',
    lead: 'Did something turn out otherwise than planned? Write what and why. It is published in the report, so that others can judge the result.',
    leadForReaders: 'What turned out otherwise than planned, and why. It is published in the report.',
    none: 'No deviations have been noted.',
    caption: 'Noted deviations',
    when: 'When',
    round: 'Voting round',
    what: 'What turned out otherwise?',
    reason: 'Why?',
    whatShort: 'What',
    reasonShort: 'Why',
    otherRule: 'Decided by another rule than the locked one',
    add: 'Note a deviation',
    save: 'Note the deviation',
    saved: 'The deviation is noted',
    wholeConference: 'All',
  },
  error: {
    'what-missing': 'Write what turned out otherwise.',
    'reason-missing': 'Write why.',
    'too-long': 'The text is too long.',
  },
}

export const prepare: Catalogue<typeof sv> = { sv, en }
