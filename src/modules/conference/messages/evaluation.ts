import { plural } from '../../../platform/i18n/format.ts'
import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  title: 'Utvärdering',
  /** The six questions, three answers each: the expert's form and the result say them alike. */
  question: {
    information: {
      short: 'Informationen',
      ask: 'Fick du den information du behövde före konferensen?',
      good: 'Ja, jag visste vad som väntade',
      fair: 'Delvis, något saknade jag',
      poor: 'Nej, jag visste för lite',
    },
    heard: {
      short: 'Att bli hörd',
      ask: 'Kunde du säga det du ville, och blev du hörd?',
      good: 'Ja',
      fair: 'Delvis',
      poor: 'Nej',
    },
    met: {
      short: 'Bemötandet',
      ask: 'Hur mötte de andra dig?',
      good: 'Med respekt',
      fair: 'Oftast med respekt',
      poor: 'Inte som jag hade önskat',
    },
    process: {
      short: 'Arbetssättet',
      ask: 'Hur fungerade arbetssättet, med samtal i grupper och omröstningar?',
      good: 'Bra',
      fair: 'Delvis bra',
      poor: 'Dåligt',
    },
    result: {
      short: 'Resultatet',
      ask: 'Vad tycker du om det som konferensen kom fram till?',
      good: 'Jag står bakom det',
      fair: 'Jag står bakom det mesta',
      poor: 'Jag står inte bakom det',
    },
    programme: {
      short: 'Programmet',
      ask: 'Hur var programmet, med tider och pauser?',
      good: 'Bra',
      fair: 'Delvis bra',
      poor: 'Dåligt',
    },
  },
  comment: 'Något mer du vill säga?',
  commentHint:
    'Det du skriver visas ordagrant i resultatet. Skriv inte namn eller annat som visar vem du eller någon annan är.',
  error: {
    'choice-not-offered': 'Välj ett av de tre svaren.',
    'comment-too-long': 'Kommentaren är för lång. Korta den till högst 2 000 tecken.',
    'nothing-answered': 'Svara på minst en fråga, eller skriv en kommentar.',
  },
  /** What the expert needs to know before answering. */
  howItIsKept:
    'Svaren är anonyma. Ingen kan se vem som har svarat vad, inte heller den som leder konferensen. Svarar färre än 5 visas inga svar alls.',
  answers: (count: number) => `${count} ${plural('sv', count, { one: 'svar', other: 'svar' })}`,
}

const en: typeof sv = {
  title: 'Evaluation',
  question: {
    information: {
      short: 'The information',
      ask: 'Did you get the information that you needed before the conference?',
      good: 'Yes, I knew what to expect',
      fair: 'Partly, something was missing',
      poor: 'No, I knew too little',
    },
    heard: {
      short: 'Being heard',
      ask: 'Could you say what you wanted, and were you heard?',
      good: 'Yes',
      fair: 'Partly',
      poor: 'No',
    },
    met: {
      short: 'How others met me',
      ask: 'How did the others meet you?',
      good: 'With respect',
      fair: 'Mostly with respect',
      poor: 'Not as I had wished',
    },
    process: {
      short: 'The way of working',
      ask: 'How did the way of working work, with talks in groups and votes?',
      good: 'Well',
      fair: 'Partly well',
      poor: 'Badly',
    },
    result: {
      short: 'The result',
      ask: 'What do you think of what the conference arrived at?',
      good: 'I stand behind it',
      fair: 'I stand behind most of it',
      poor: 'I do not stand behind it',
    },
    programme: {
      short: 'The programme',
      ask: 'How was the programme, with times and breaks?',
      good: 'Good',
      fair: 'Partly good',
      poor: 'Bad',
    },
  },
  comment: 'Anything more that you want to say?',
  commentHint:
    'What you write is shown word for word in the result. Do not write names or anything else that shows who you or somebody else is.',
  error: {
    'choice-not-offered': 'Choose one of the three answers.',
    'comment-too-long': 'The comment is too long. Shorten it to at most 2,000 characters.',
    'nothing-answered': 'Answer at least one question, or write a comment.',
  },
  howItIsKept:
    'Answers are anonymous. Nobody can see who answered what, nor can whoever leads the conference. If fewer than 5 answer, no answers are shown at all.',
  answers: count => `${count} ${plural('en', count, { one: 'answer', other: 'answers' })}`,
}

export const evaluation: Catalogue<typeof sv> = { sv, en }
