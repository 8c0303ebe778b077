import { plural } from '../../../platform/i18n/format.ts'
import type { Catalogue } from '../../../platform/i18n/language.ts'

/** Home groups and cross-groups. */
const sv = {
  title: 'Grupper',
  lead: 'Experterna pratar i små grupper före varje omröstning. I tvärgrupper möts olika förbund och roller, och helst människor som inte har suttit ihop förut.',
  empty: 'Inga grupper ännu',
  emptyLead: 'Välj hur många grupper och samtal det ska vara, så delas experterna in.',
  emptyForReaders: 'När experterna är indelade står grupperna här.',
  noExperts: 'Lägg till experter först. Sedan kan de delas in i grupper.',
  toExperts: 'Till experterna',
  wish: {
    heading: 'Dela in',
    again: 'Dela in på nytt',
    againLead: 'Grupperna nedan ersätts av nya. Det som flyttats för hand försvinner.',
    groups: 'Antal grupper i varje samtal',
    sittings: 'Antal samtal',
    sittingsHint:
      'Ett före varje omröstning, eller färre: omröstningar som inte bygger på varandra kan dela samtal.',
    home: 'Första samtalet är hemgrupper: en grupp för varje förbund',
    seed: 'Frö för slumpen',
    seedHint: 'Samma frö ger samma grupper. Lämna tomt för en ny indelning.',
    save: 'Dela in grupperna',
    declined: (count: number) =>
      count === 0
        ? 'Alla experter är med.'
        : `${count} ${plural('sv', count, { one: 'expert', other: 'experter' })} har tackat nej och är inte med.`,
  },
  figures: {
    repeated: 'Upprepade möten',
    repeatedNote: (bound: number) => `Minst ${bound} går inte att undvika`,
    imbalance: 'Obalans',
    imbalanceNote: '0 är jämnt fördelat på förbund och roller',
    seed: (seed: number) =>
      `Grupperna är dragna med fröet ${seed}. Samma frö ger samma grupper, så vem som helst kan dra om dem.`,
  },
  whatHeading: 'Vad siffrorna betyder',
  what: 'Ett upprepat möte är två personer som sitter i samma grupp en gång till. Obalansen är hur många experter som är fler eller färre av ett förbund eller en roll än en jämn fördelning ger, i alla tvärgrupper.',
  sitting: (number: number, isHome: boolean) =>
    isHome ? `Samtal ${number}: hemgrupper` : `Samtal ${number}`,
  sittingNote: (repeated: number, imbalance: number) =>
    `Upprepade möten: ${repeated}. Obalans: ${imbalance}.`,
  homeNote: 'Varje förbund sitter för sig.',
  group: (number: number) => `Grupp ${number}`,
  column: { group: 'Grupp', experts: 'Experter', from: 'Förbund och roll', size: 'Antal' },
  move: {
    heading: 'Flytta en expert',
    expert: 'Expert',
    expertPlaceholder: 'Välj expert',
    group: 'Till grupp',
    groupPlaceholder: 'Välj grupp',
    save: 'Flytta',
  },
  unseated: (names: string) => `Inte med i grupperna: ${names}. Dela in på nytt, så kommer de med.`,
  leaving: (names: string) =>
    `Har tackat nej men sitter kvar i grupperna: ${names}. Dela in på nytt om det gör något.`,
  print: 'Skriv ut listor och bordsskyltar',
  printing: {
    title: 'Listor och bordsskyltar',
    lead: 'Skriv ut sidan. Först kommer en lista för varje samtal, sedan en skylt för varje grupp.',
    back: 'Tillbaka till grupperna',
  },
  done: { drawn: 'Grupperna är indelade', moved: 'Experten är flyttad. Siffrorna är räknade på nytt.' },
  error: {
    'groups-wrong': 'Skriv hur många grupper, ett heltal från 1.',
    'sittings-wrong': 'Skriv hur många samtal, ett heltal från 1 till 30.',
    'seed-wrong': 'Skriv fröet som ett heltal, eller lämna rutan tom.',
    'expert-missing': 'Välj vem som ska flyttas.',
    'group-missing': 'Välj vilken grupp.',
  },
  refusal: {
    'group-count-wrong': 'Antalet grupper måste vara minst 1.',
    'sitting-count-wrong': 'Antalet samtal måste vara från 1 till 30.',
    'seed-wrong': 'Fröet måste vara ett heltal.',
    'too-many-experts': 'Det är för många experter att dela in: högst 1 000.',
    'same-expert-twice': 'En expert finns två gånger i listan.',
    'fewer-experts-than-groups': 'Det är fler grupper än experter. Välj färre grupper.',
    'more-fixed-than-sittings': 'Det är färre samtal än hemgrupperna kräver.',
    'unknown-expert-in-fixed': 'En expert i hemgrupperna finns inte längre. Försök igen.',
    'expert-twice-in-a-sitting': 'En expert sitter i två grupper i samma samtal.',
    'unknown-sitting': 'Samtalet finns inte längre. Grupperna kan ha delats in på nytt.',
    'unknown-group': 'Gruppen finns inte i det samtalet.',
    'expert-not-in-sitting': 'Experten är inte med i det samtalet.',
    'already-in-group': 'Experten sitter redan i den gruppen.',
    'group-would-be-empty': 'Då blir gruppen tom. Flytta dit någon annan först.',
    'no-experts': 'Det finns inga experter att dela in.',
    'changed-while-drawn': 'Experterna ändrades medan grupperna delades in. Dela in igen.',
    'drawing-took-too-long':
      'Indelningen tog för lång tid och avbröts. Grupperna är som förut. Försök igen om en stund, eller med färre grupper eller samtal.',
    'too-many-drawings': 'Många delar in grupper just nu. Grupperna är som förut. Försök igen om en stund.',
    'groups-have-notes':
      'Grupper har antecknat argument. Då kan grupperna inte delas in på nytt, men du kan flytta enstaka experter.',
  },
}

const en: typeof sv = {
  title: 'Groups',
  lead: 'The experts talk in small groups before each vote. In cross-groups different associations and roles meet, and preferably people who have not sat together before.',
  empty: 'No groups yet',
  emptyLead: 'Choose how many groups and sittings there shall be, and the experts are divided.',
  emptyForReaders: 'When the experts have been divided, the groups stand here.',
  noExperts: 'Add experts first. Then they can be divided into groups.',
  toExperts: 'To the experts',
  wish: {
    heading: 'Divide',
    again: 'Divide anew',
    againLead: 'The groups below are replaced by new ones. What was moved by hand goes away.',
    groups: 'Groups in each sitting',
    sittings: 'Number of sittings',
    sittingsHint:
      'One before each vote, or fewer: votes that do not build on each other can share a sitting.',
    home: 'The first sitting is home groups: one group for each association',
    seed: 'Seed for chance',
    seedHint: 'The same seed gives the same groups. Leave empty for a new division.',
    save: 'Divide into groups',
    declined: count =>
      count === 0
        ? 'All experts are in.'
        : `${count} ${plural('en', count, { one: 'expert has', other: 'experts have' })} declined and are left out.`,
  },
  figures: {
    repeated: 'Repeated meetings',
    repeatedNote: bound => `At least ${bound} cannot be avoided`,
    imbalance: 'Imbalance',
    imbalanceNote: '0 is evenly spread over associations and roles',
    seed: seed =>
      `The groups are drawn with the seed ${seed}. The same seed gives the same groups, so anybody can draw them again.`,
  },
  whatHeading: 'What the figures mean',
  what: 'A repeated meeting is two people who sit in the same group once more. The imbalance is how many experts there are too many or too few of an association or a role against an even spread, over all cross-groups.',
  sitting: (number, isHome) => (isHome ? `Sitting ${number}: home groups` : `Sitting ${number}`),
  sittingNote: (repeated, imbalance) => `Repeated meetings: ${repeated}. Imbalance: ${imbalance}.`,
  homeNote: 'Each association sits by itself.',
  group: number => `Group ${number}`,
  column: { group: 'Group', experts: 'Experts', from: 'Association and role', size: 'Number' },
  move: {
    heading: 'Move an expert',
    expert: 'Expert',
    expertPlaceholder: 'Choose an expert',
    group: 'To group',
    groupPlaceholder: 'Choose a group',
    save: 'Move',
  },
  unseated: names => `Not in the groups: ${names}. Divide anew, and they come in.`,
  leaving: names => `Have declined but still sit in the groups: ${names}. Divide anew if it matters.`,
  print: 'Print lists and table signs',
  printing: {
    title: 'Lists and table signs',
    lead: 'Print the page. First comes a list for each sitting, then a sign for each group.',
    back: 'Back to the groups',
  },
  done: { drawn: 'The groups are made', moved: 'The expert is moved. The figures are counted again.' },
  error: {
    'groups-wrong': 'Write how many groups, a whole number from 1.',
    'sittings-wrong': 'Write how many sittings, a whole number from 1 to 30.',
    'seed-wrong': 'Write the seed as a whole number, or leave the box empty.',
    'expert-missing': 'Choose who shall move.',
    'group-missing': 'Choose which group.',
  },
  refusal: {
    'group-count-wrong': 'There must be at least 1 group.',
    'sitting-count-wrong': 'There must be from 1 to 30 sittings.',
    'seed-wrong': 'The seed must be a whole number.',
    'too-many-experts': 'There are too many experts to divide: at most 1,000.',
    'same-expert-twice': 'An expert is there twice in the list.',
    'fewer-experts-than-groups': 'There are more groups than experts. Choose fewer groups.',
    'more-fixed-than-sittings': 'There are fewer sittings than the home groups need.',
    'unknown-expert-in-fixed': 'An expert in the home groups is not there any more. Try again.',
    'expert-twice-in-a-sitting': 'An expert sits in two groups in the same sitting.',
    'unknown-sitting': 'The sitting is not there any more. The groups may have been made anew.',
    'unknown-group': 'There is no such group in that sitting.',
    'expert-not-in-sitting': 'The expert is not in that sitting.',
    'already-in-group': 'The expert sits in that group already.',
    'group-would-be-empty': 'The group would become empty. Move somebody else there first.',
    'no-experts': 'There are no experts to divide.',
    'changed-while-drawn': 'The experts changed while the groups were made. Divide again.',
    'drawing-took-too-long':
      'The division took too long and was stopped. The groups are as before. Try again in a while, or with fewer groups or sittings.',
    'too-many-drawings': 'Many are dividing groups just now. The groups are as before. Try again in a while.',
    'groups-have-notes':
      'Groups have noted arguments. The groups cannot be made anew then, but you can move single experts.',
  },
}

export const groupMessages: Catalogue<typeof sv> = { sv, en }
