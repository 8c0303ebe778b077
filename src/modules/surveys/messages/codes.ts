import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  title: 'Koder',
  lead: 'En kod låter en person svara en gång. Den säger inget om vem som svarade vad.',
  back: 'Till mätomgången',
  have: (codes: number) => (codes === 1 ? '1 kod' : `${codes} koder`),
  caption: 'Koder som är gjorda',
  unit: 'Enhet',
  codes: 'Koder',
  letters: 'Varav i brev',
  paper: {
    heading: 'Koder på papper',
    lead: 'Koderna visas en gång, när du gör dem. Skriv ut dem genast: de sparas inte någonstans, och tappade papper ersätts med nya koder.',
    count: (unit: string) => `Antal nya koder: ${unit}`,
    page: 'Gör koder och visa dem',
    pdf: 'Gör koder som PDF',
  },
  mail: {
    heading: 'Koder i brev',
    lead: 'Ett brev med en egen kod går till varje adress.',
    noMail: 'Ingen e-postserver är inställd, så koder kan bara delas ut på papper.',
    kept: 'Det här sparas: adressen, för en påminnelse, tills mätomgången stängs. Om koden har använts är förseglat så länge mätomgången är öppen.',
    unit: 'Enhet',
    emails: 'E-postadresser',
    emailsHint: 'En på varje rad.',
    send: 'Skicka brev',
    remind: 'Skicka påminnelse',
    remindAsks:
      'Ett brev går till dem som inte har använt sin kod. Vilka det är visas för ingen och skrivs inte upp. Den som sköter e-posten kan se vart brev går.',
    reminded: (day: string) => `Påminnelse skickades ${day}.`,
  },
  done: { sent: 'Breven är på väg', reminded: 'Påminnelserna är på väg' },
  error: {
    'count-wrong': 'Skriv antalet med siffror, högst 2000.',
    'count-missing': 'Skriv hur många koder du behöver för minst en enhet.',
    'unit-missing': 'Välj en enhet.',
    'emails-missing': 'Skriv minst en e-postadress.',
  },
  emailsWrong: (lines: string) =>
    `Det som står på rad ${lines} är ingen e-postadress. Rätta det; inget brev är skickat.`,
  refusal: {
    'no-such-wave': 'Mätomgången finns inte längre.',
    'without-codes': 'Mätomgången har öppna länkar och inga koder. Ändra den om du vill ha koder.',
    'wave-over': 'Mätomgången är stängd, så nya koder går inte att använda.',
    'no-such-unit': 'Enheten finns inte längre i mätomgången. Inga koder är gjorda.',
    'too-many-codes': 'En enhet kan ha högst 2000 koder. Inga koder är gjorda.',
    'not-open': 'Påminnelser går bara att skicka medan mätomgången är öppen.',
    'nobody-to-remind': 'Ingen kod har gått i brev, så det finns ingen att påminna.',
    'reminded-today': 'En påminnelse är redan skickad i dag. Vänta till i morgon.',
    'no-mail': 'Ingen e-postserver är inställd. Dela ut koderna på papper.',
  },
  sheets: {
    title: 'Koder att skriva ut',
    lead: (codes: number) =>
      codes === 1
        ? '1 kod är gjord. Den visas bara nu: skriv ut sidan innan du lämnar den.'
        : `${codes} koder är gjorda. De visas bara nu: skriv ut sidan innan du lämnar den.`,
    scan: 'Öppna kameran i telefonen och rikta den mot rutan, eller skriv adressen och koden:',
    code: 'Kod',
    once: (day: string) => `Koden gäller en gång, till och med ${day}. Ingen kan se vem som har svarat vad.`,
    qr: 'QR-kod som öppnar enkäten med koden',
  },
}

const en: typeof sv = {
  title: 'Codes',
  lead: 'A code lets one person answer once. It says nothing about who answered what.',
  back: 'To the wave',
  have: codes => (codes === 1 ? '1 code' : `${codes} codes`),
  caption: 'Codes that are made',
  unit: 'Unit',
  codes: 'Codes',
  letters: 'Of them by letter',
  paper: {
    heading: 'Codes on paper',
    lead: 'The codes are shown once, when you make them. Print them at once: they are kept nowhere, and papers that get lost are replaced by new codes.',
    count: unit => `Number of new codes: ${unit}`,
    page: 'Make codes and show them',
    pdf: 'Make codes as PDF',
  },
  mail: {
    heading: 'Codes by letter',
    lead: 'A letter with a code of its own goes to each address.',
    noMail: 'No mail server is set, so codes can only be handed out on paper.',
    kept: 'This is kept: the address, for a reminder, until the wave closes. Whether the code was used is sealed as long as the wave is open.',
    unit: 'Unit',
    emails: 'E-mail addresses',
    emailsHint: 'One a line.',
    send: 'Send letters',
    remind: 'Send a reminder',
    remindAsks:
      'A letter goes to those who have not used their code. Who that is, nobody is shown, and nothing notes. Whoever runs the mail can see where letters go.',
    reminded: day => `A reminder was sent on ${day}.`,
  },
  done: { sent: 'The letters are on their way', reminded: 'The reminders are on their way' },
  error: {
    'count-wrong': 'Write the number in digits, at most 2000.',
    'count-missing': 'Write how many codes you need for at least one unit.',
    'unit-missing': 'Choose a unit.',
    'emails-missing': 'Write at least one e-mail address.',
  },
  emailsWrong: lines => `What stands in line ${lines} is no e-mail address. Correct it; no letter is sent.`,
  refusal: {
    'no-such-wave': 'The wave is no longer there.',
    'without-codes': 'The wave has open links and no codes. Change it if you want codes.',
    'wave-over': 'The wave is closed, so new codes could not be used.',
    'no-such-unit': 'The unit is no longer in the wave. No codes are made.',
    'too-many-codes': 'A unit can have at most 2000 codes. No codes are made.',
    'not-open': 'Reminders can be sent only while the wave is open.',
    'nobody-to-remind': 'No code has gone by letter, so there is nobody to remind.',
    'reminded-today': 'A reminder has been sent today already. Wait until tomorrow.',
    'no-mail': 'No mail server is set. Hand the codes out on paper.',
  },
  sheets: {
    title: 'Codes to print',
    lead: codes =>
      codes === 1
        ? '1 code is made. It is shown now only: print the page before you leave it.'
        : `${codes} codes are made. They are shown now only: print the page before you leave it.`,
    scan: 'Open the camera of your phone and point it at the square, or type the address and the code:',
    code: 'Code',
    once: day => `The code is for once, until ${day}. Nobody can see who has answered what.`,
    qr: 'QR code that opens the survey with the code',
  },
}

export const codeMessages: Catalogue<typeof sv> = { sv, en }
