import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  lead: {
    heading: 'Led konferensen',
    text: '137 förslag, 24 experter och fem omröstningar väntar på dig. En knapp låter de andra rösta.',
    label: 'Led konferensen',
  },
  vote: {
    heading: 'Rösta på den',
    text: 'Bli en av experterna och lägg din röst. Prova gärna med telefonen.',
    label: 'Rösta som expert',
  },
  read: {
    heading: 'Läs rapporten',
    text: 'Konferensen 2014 är avgjord: från 137 förslag till 15 kärnindikatorer, med varje röstetal.',
    label: 'Läs rapporten',
  },
  voters: {
    heading: 'Bara i demonstrationen',
    play: 'Låt de andra experterna rösta',
    playHint: 'De röstar som 2014, var och en med sin egen valsedel.',
    restart: 'Börja om från början',
    restartHint: 'Övningskonferensen blir som ny. Det som gjorts i den försvinner.',
    restartConfirm: 'Ja, börja om',
  },
}
const en: typeof sv = {
  lead: {
    heading: 'Lead the conference',
    text: '137 proposals, 24 experts and five votes are waiting for you. A button lets the others vote.',
    label: 'Lead the conference',
  },
  vote: {
    heading: 'Vote on it',
    text: 'Become one of the experts and cast your vote. Try it with your phone.',
    label: 'Vote as an expert',
  },
  read: {
    heading: 'Read the report',
    text: 'The conference of 2014 is decided: from 137 proposals to 15 core indicators, with every count.',
    label: 'Read the report',
  },
  voters: {
    heading: 'Only in the demonstration',
    play: 'Let the other experts vote',
    playHint: 'They vote as in 2014, each with a ballot of their own.',
    restart: 'Start over',
    restartHint: 'The practice conference becomes as new. What was done in it is gone.',
    restartConfirm: 'Yes, start over',
  },
}
export const demo: Catalogue<typeof sv> = { sv, en }
