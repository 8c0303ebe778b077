import type { Catalogue } from '../../../platform/i18n/language.ts'

/** Around the six questions, on the expert's phone. The questions themselves are in `evaluation`. */
const sv = {
  title: 'Vad tycker du om konferensen?',
  lead: 'Sex korta frågor. Det tar ett par minuter, och du behöver inte svara på alla.',
  start: 'Börja svara',
  send: 'Lämna in mina svar',
  received: (time: string) => `Tack! Dina svar är mottagna ${time}.`,
  again:
    'Du kan ändra dem tills utvärderingen stänger. Lämna då in allt igen: de nya svaren ersätter de gamla.',
  none: {
    heading: 'Utvärderingen är inte öppen ännu',
    text: 'Den som leder konferensen öppnar den när omröstningarna är klara.',
  },
  closed: { heading: 'Utvärderingen är stängd', text: 'Tack till alla som svarade.' },
}

const en: typeof sv = {
  title: 'What do you think of the conference?',
  lead: 'Six short questions. It takes a few minutes, and you need not answer all.',
  start: 'Begin to answer',
  send: 'Hand in my answers',
  received: time => `Thank you! Your answers were received at ${time}.`,
  again:
    'You can change them until the evaluation closes. Then hand in everything again: the new answers replace the old.',
  none: {
    heading: 'The evaluation is not open yet',
    text: 'Whoever leads the conference opens it when the votes are done.',
  },
  closed: { heading: 'The evaluation is closed', text: 'Thank you to all who answered.' },
}

export const evaluationForm: Catalogue<typeof sv> = { sv, en }
