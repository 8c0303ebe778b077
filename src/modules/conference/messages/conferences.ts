import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  conferences: 'Konferenser',
  list: {
    title: 'Konsensuskonferenser',
    lead: 'En konsensuskonferens låter experter från flera håll enas om vad som ska räknas: från många förslag till några få, i öppna steg och med hemliga röster.',
    none: 'Här finns ingen konferens ännu',
    noneLead: 'Börja med namn och datum. Förslag, experter och regler lägger du till i lugn och ro efteråt.',
    noneYet: 'När en konferens är klar och rapporten publicerad står den här.',
    begin: 'Ny konferens',
    caption: 'Konferenser som du kan se',
    name: 'Konferens',
    when: 'När',
    place: 'Var',
    state: 'Läge',
  },
  state: {
    preparing: 'Förbereds',
    running: 'Pågår',
    decided: 'Avgjord',
    published: 'Publicerad',
  },
  begin: {
    title: 'Ny konferens',
    lead: 'Det du skriver nu kan du ändra senare.',
    save: 'Skapa konferensen',
  },
  field: {
    name: 'Namn',
    nameHint: 'Till exempel ”Indikatorer för samverkan 2026”.',
    place: 'Plats',
    startsOn: 'Första dagen',
    endsOn: 'Sista dagen',
    information: 'Information till experterna',
    informationHint: 'Syfte, program, praktiskt. Experterna läser det hemma innan de kommer.',
    association: 'Förbund',
  },
  error: {
    'name-missing': 'Skriv ett namn på konferensen.',
    'date-wrong': 'Skriv datumet som år-månad-dag, till exempel 2026-05-15.',
    'end-before-start': 'Sista dagen kan inte vara före första dagen.',
    'association-missing': 'Välj minst ett förbund.',
    'too-long': 'Texten är för lång.',
  },
}

const en: typeof sv = {
  conferences: 'Conferences',
  list: {
    title: 'Consensus conferences',
    lead: 'A consensus conference lets experts from several sides agree on what shall count: from many items to a few, in open steps and with secret votes.',
    none: 'There is no conference here yet',
    noneLead: 'Begin with a name and dates. Items, experts and rules you add in your own time afterwards.',
    noneYet: 'When a conference is over and its report is published, it stands here.',
    begin: 'New conference',
    caption: 'Conferences that you can see',
    name: 'Conference',
    when: 'When',
    place: 'Where',
    state: 'State',
  },
  state: {
    preparing: 'In preparation',
    running: 'Under way',
    decided: 'Decided',
    published: 'Published',
  },
  begin: {
    title: 'New conference',
    lead: 'What you write now can be changed later.',
    save: 'Create the conference',
  },
  field: {
    name: 'Name',
    nameHint: 'For example “Indicators for collaboration 2026”.',
    place: 'Place',
    startsOn: 'First day',
    endsOn: 'Last day',
    information: 'Information for the experts',
    informationHint: 'Purpose, programme, practical matters. The experts read it at home before they come.',
    association: 'Association',
  },
  error: {
    'name-missing': 'Write a name for the conference.',
    'date-wrong': 'Write the date as year-month-day, for example 2026-05-15.',
    'end-before-start': 'The last day cannot be before the first day.',
    'association-missing': 'Choose at least one association.',
    'too-long': 'The text is too long.',
  },
}

export const conferenceMessages: Catalogue<typeof sv> = { sv, en }
