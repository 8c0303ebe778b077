import { plural } from '../../../platform/i18n/format.ts'
import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  title: 'Utvärdering',
  lead: 'Experterna svarar på sex frågor om konferensen, var och en för sig och utan att någon ser vem som svarat vad.',
  before: {
    heading: 'Utvärderingen är inte öppnad',
    text: 'Öppna den när konferensen är slut, gärna innan alla går hem. Experterna får frågorna på sin sida i telefonen.',
    textForReaders: 'Den öppnas när konferensen är slut. Experterna får frågorna på sin sida i telefonen.',
    open: 'Öppna utvärderingen',
    questions: 'Se de sex frågorna',
  },
  open: {
    heading: 'Utvärderingen är öppen',
    answered: 'har svarat',
    closedNow: 'Utvärderingen är stängd',
    toResult: 'Visa resultatet',
    close: 'Stäng utvärderingen',
    once: 'När du har stängt den kan ingen svara mer, och den går inte att öppna igen. Resultatet visas först då.',
    neverEnough: (fewest: number) =>
      `Experterna är färre än ${fewest}. Därför kommer svaren inte att visas, bara hur många som svarade.`,
    few: (fewest: number) =>
      `Svarar färre än ${fewest} visas inga svar. Vänta gärna tills fler har svarat innan du stänger.`,
  },
  closed: {
    heading: 'Resultat',
    answered: 'svarade',
    answeredOf: (answered: number, entitled: number) => `${answered} av ${entitled}`,
    tooFew: (fewest: number) => `Svaren visas inte, eftersom färre än ${fewest} svarade`,
    tooFewWhy:
      'Med så få svar skulle det gå att gissa vem som svarat vad. Därför är svaren och kommentarerna inte sparade någonstans.',
    questionTooFew: (fewest: number) =>
      `Färre än ${fewest} svarade på den här frågan. Därför visas inte svaren.`,
    answers: (count: number) =>
      `${count} ${plural('sv', count, { one: 'expert', other: 'experter' })} svarade.`,
    answerColumn: 'Svar',
  },
  comments: {
    heading: 'Fria kommentarer',
    lead: 'Ordagrant, i en ordning som lotten har bestämt.',
    none: 'Ingen skrev någon kommentar.',
    number: (place: number) => `kommentar ${place}`,
    withhold: 'Visa inte för allmänheten',
    show: 'Visa för allmänheten igen',
    withheld: 'Visas inte för allmänheten',
    withheldWhy:
      'Pekar en kommentar ut någon kan du låta bli att visa den för allmänheten. Rapporten säger hur många kommentarer som inte visas.',
  },
  refusal: {
    'evaluation-opened-before': 'Utvärderingen är redan öppnad. Det går bara att öppna den en gång.',
    'evaluation-not-open': 'Utvärderingen är inte öppen, så den går inte att stänga.',
    'no-experts': 'Det finns ingen som kan svara. Lägg till experter först.',
    'already-published':
      'Rapporten är redan publicerad. En utvärdering måste göras före, så att den kommer med.',
    'no-such-comment': 'Kommentaren finns inte längre. Ingenting är ändrat.',
  },
}

const en: typeof sv = {
  title: 'Evaluation',
  lead: 'The experts answer six questions about the conference, each alone, and nobody sees who answered what.',
  before: {
    heading: 'The evaluation has not been opened',
    text: 'Open it when the conference is over, preferably before people go home. The experts find the questions on their page in the phone.',
    textForReaders:
      'It is opened when the conference is over. The experts find the questions on their page in the phone.',
    open: 'Open the evaluation',
    questions: 'See the six questions',
  },
  open: {
    heading: 'The evaluation is open',
    answered: 'have answered',
    closedNow: 'The evaluation is closed',
    toResult: 'Show the result',
    close: 'Close the evaluation',
    once: 'When you have closed it nobody can answer any more, and it cannot be opened again. The result is shown only then.',
    neverEnough: fewest =>
      `There are fewer than ${fewest} experts. So the answers will not be shown, only how many answered.`,
    few: fewest =>
      `If fewer than ${fewest} answer, no answers are shown. It is better to wait until more have answered before you close.`,
  },
  closed: {
    heading: 'Result',
    answered: 'answered',
    answeredOf: (answered, entitled) => `${answered} of ${entitled}`,
    tooFew: fewest => `The answers are not shown, because fewer than ${fewest} answered`,
    tooFewWhy:
      'With so few answers one could guess who answered what. So the answers and comments are not kept anywhere.',
    questionTooFew: fewest => `Fewer than ${fewest} answered this question. So the answers are not shown.`,
    answers: count => `${count} ${plural('en', count, { one: 'expert', other: 'experts' })} answered.`,
    answerColumn: 'Answer',
  },
  comments: {
    heading: 'Free comments',
    lead: 'Word for word, in an order drawn by lot.',
    none: 'Nobody wrote a comment.',
    number: place => `comment ${place}`,
    withhold: 'Do not show to the public',
    show: 'Show to the public again',
    withheld: 'Not shown to the public',
    withheldWhy:
      'If a comment points somebody out, you can choose not to show it to the public. The report says how many comments are not shown.',
  },
  refusal: {
    'evaluation-opened-before': 'The evaluation has been opened already. It can be opened one time only.',
    'evaluation-not-open': 'The evaluation is not open, so it cannot be closed.',
    'no-experts': 'There is nobody who can answer. Add experts first.',
    'already-published':
      'The report is published already. An evaluation must be made before that, so that it is part of it.',
    'no-such-comment': 'The comment is no longer there. Nothing was changed.',
  },
}

export const evaluationPage: Catalogue<typeof sv> = { sv, en }
