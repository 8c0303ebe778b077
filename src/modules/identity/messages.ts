import type { Catalogue } from '../../platform/i18n/language.ts'

const sv = {
  start: {
    title: 'Mellanrum',
    question: 'Hur vet vi att det blir bättre?',
    lead: 'Mellanrum är till för dem som hjälper samma människa från olika håll, och för samordningsförbunden som betalar för samarbetet. Här enas de om vad som visar att det blir bättre, öppet och med hemliga röster.',
  },
  logIn: {
    title: 'Logga in',
    lead: 'Det här är en demonstration. Välj vem du vill vara. Inget lösenord behövs.',
    as: (role: string) => `Logga in som ${role}`,
    none: 'Här kan du inte logga in ännu',
    noneLead:
      'Installationen är inte en demonstration, och ingen inloggning är kopplad. Vänd dig till den som sköter systemet.',
    roles: 'Roller att prova',
  },
  roles: {
    'process-leader': 'Processledare',
    'association-manager': 'Förbundschef',
    'board-secretary': 'Styrelsens sekreterare',
    'case-worker': 'Handläggare',
  },
  roleDoes: {
    'process-leader': 'Förbereder och leder konsensuskonferenser.',
    'association-manager': 'Leder förbundet och kan göra allt som processledaren gör.',
    'board-secretary': 'Följer arbetet och läser resultat, men ändrar inget.',
    'case-worker': 'Arbetar hos en part. Ser inget av förbundets förberedelser.',
  },
}

const en: typeof sv = {
  start: {
    title: 'Mellanrum',
    question: 'How do we know that it gets better?',
    lead: 'Mellanrum is for those who help the same person from different sides, and for the coordination associations that pay for the collaboration. Here they agree on what shows that it gets better, openly and by secret ballot.',
  },
  logIn: {
    title: 'Log in',
    lead: 'This is a demonstration. Choose who you want to be. No password is needed.',
    as: (role: string) => `Log in as ${role}`,
    none: 'You cannot log in here yet',
    noneLead:
      'This installation is not a demonstration, and no login has been connected. Ask whoever runs the system.',
    roles: 'Roles to try',
  },
  roles: {
    'process-leader': 'Process leader',
    'association-manager': 'Association manager',
    'board-secretary': 'Board secretary',
    'case-worker': 'Case worker',
  },
  roleDoes: {
    'process-leader': 'Prepares and leads consensus conferences.',
    'association-manager': 'Leads the association and can do all that the process leader does.',
    'board-secretary': 'Follows the work and reads results, but changes nothing.',
    'case-worker': 'Works for a party. Sees nothing of the association’s preparations.',
  },
}

export const messages: Catalogue<typeof sv> = { sv, en }
