import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  start: {
    heading: 'Prova en riktig konferens',
    lead: 'År 2014 enades experter från tre samordningsförbund om hur man kan mäta att samverkan gör nytta. Gör om det själv. Inget kan gå sönder.',
    figures: {
      items: 'förslag från början',
      comprehensive: 'enades experterna om',
      core: 'blev kärnan',
    },
    note: 'Resultatet är det som publicerades 2014. Vilka experterna var och hur var och en röstade är påhittat. De förslag som föll bort publicerades aldrig med ord, och har bara ett nummer här.',
  },
  lead: {
    heading: 'Led konferensen',
    text: 'Du är processledare. 137 förslag och 24 experter väntar, och en knapp låter experterna rösta.',
    label: 'Led konferensen',
  },
  vote: {
    heading: 'Rösta i den',
    text: 'Du är en av experterna. En omröstning öppnar, och du får en valsedel. Prova gärna med telefonen.',
    label: 'Rösta som expert',
  },
  read: {
    heading: 'Läs rapporten',
    text: 'Så gick det 2014: båda protokollen, varje röstetal och hur rösterna hölls hemliga.',
    label: 'Läs rapporten',
  },
  voters: {
    heading: 'Bara i demonstrationen',
    play: 'Låt de andra experterna rösta',
    playHint:
      'När en omröstning är öppen kan du låta experterna rösta. De röstar som 2014, var och en med sin egen valsedel.',
    restart: 'Börja om från början',
    restartHint: 'Övningskonferensen blir som ny. Det som gjorts i den försvinner.',
  },
}
const en: typeof sv = {
  start: {
    heading: 'Try a real conference',
    lead: 'In 2014 experts from three coordination associations agreed on how to measure that collaboration does good. Do it again yourself. Nothing can break.',
    figures: {
      items: 'items at first',
      comprehensive: 'that the experts agreed on',
      core: 'became the core',
    },
    note: 'The result is the one published in 2014. Who the experts were and how each of them voted is made up. The items that fell out were never published in words, and have only a number here.',
  },
  lead: {
    heading: 'Lead the conference',
    text: 'You are the process leader. 137 items and 24 experts are waiting, and a button lets the experts vote.',
    label: 'Lead the conference',
  },
  vote: {
    heading: 'Vote in it',
    text: 'You are one of the experts. A voting round opens, and you get a ballot. Try it with your phone.',
    label: 'Vote as an expert',
  },
  read: {
    heading: 'Read the report',
    text: 'How it went in 2014: both protocols, every count, and how the votes were kept secret.',
    label: 'Read the report',
  },
  voters: {
    heading: 'Only in the demonstration',
    play: 'Let the other experts vote',
    playHint:
      'While a voting round is open you can let the experts vote. They vote as in 2014, each with a ballot of their own.',
    restart: 'Start over',
    restartHint: 'The practice conference becomes as new. What was done in it is gone.',
  },
}
export const demo: Catalogue<typeof sv> = { sv, en }
