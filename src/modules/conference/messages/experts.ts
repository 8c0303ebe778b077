import type { Catalogue } from '../../../platform/i18n/language.ts'

/** The experts, their import, and how they are invited. */
const sv = {
  title: 'Experter',
  lead: 'De som ska enas. Bjud in från alla förbund och alla roller: då kan resultatet gälla för alla.',
  empty: 'Inga experter ännu',
  emptyLead:
    'Läs in en fil från Excel, eller skriv in experterna en i taget. Det räcker med en funktion, till exempel ”Enhetschef, Försäkringskassan”.',
  import: 'Läs in en fil',
  add: 'Lägg till en expert',
  template: 'Hämta en mall (CSV)',
  count: (experts: number) => (experts === 1 ? '1 expert' : `${experts} experter`),
  column: {
    number: 'Nr',
    name: 'Namn eller funktion',
    association: 'Förbund',
    role: 'Roll',
    state: 'Svar',
    actions: 'Gör',
  },
  state: {
    accepted: 'Kommer',
    declined: 'Kommer inte',
    invited: (date: string) => `Inbjuden ${date}`,
    notInvited: 'Inte inbjuden',
  },
  balance: {
    heading: 'Balans',
    lead: 'Hur många som är bjudna av varje förbund och roll. De som tackat nej räknas inte.',
    caption: 'Experter efter förbund och roll',
    total: 'Summa',
  },
  invite: {
    heading: 'Bjud in',
    lead: 'Varje expert får en personlig länk som fungerar en gång och gäller i 30 dagar. En ny länk gör den gamla ogiltig.',
    letters: (experts: number) =>
      experts === 1 ? 'Skicka brev till 1 expert' : `Skicka brev till ${experts} experter`,
    lettersNone: 'Alla som har e-postadress är redan inbjudna eller har svarat.',
    noMail:
      'Den här installationen har ingen e-postserver. Visa länken på skärmen, eller skriv ut ett blad till varje expert.',
    demo: 'I demonstrationen kan du visa länken direkt och öppna den på en telefon.',
    sheets: 'Skriv ut ett blad per expert',
    sheetsHint: 'Alla får en ny länk. Länkar som delats ut tidigare slutar att fungera.',
    letter: 'Skicka brev',
    again: 'Skicka nytt brev',
    show: 'Visa länk',
  },
  link: {
    title: 'Länk att lämna över',
    lead: 'Visas bara nu. Låt experten rikta telefonens kamera mot koden, eller skriva adressen.',
    warning: 'Den som har länken röstar som experten. Visa den inte för någon annan.',
    ends: (date: string) =>
      `Gäller till och med ${date}. Fungerar en gång. Tidigare länkar har slutat att fungera.`,
    open: 'Öppna länken här',
    openHint: 'Öppnar du länken i den här webbläsaren loggas du ut som ledare. Ett privat fönster går bra.',
    back: 'Tillbaka till experterna',
    to: (name: string) => `Till ${name}`,
  },
  sheets: {
    title: 'Blad att dela ut',
    lead: (experts: number) =>
      `${experts} blad, ett per expert. Skriv ut sidan nu: länkarna visas bara en gång.`,
    how: 'Rikta telefonens kamera mot koden. Då kommer du till din egen sida, där du läser förslagen och röstar.',
    once: 'Koden är bara din och fungerar en gång. Öppna den på den telefon du ska rösta med.',
  },
  edit: {
    title: (number: number) => `Expert ${number}`,
    save: 'Spara',
    remove: 'Ta bort',
    removeLead:
      'Experten försvinner ur listan och ur grupperna, med det som experten har förberett. Det går inte att ångra.',
    removeSave: (name: string) => `Ta bort ${name}`,
    back: 'Alla experter',
  },
  new: { title: 'Ny expert', lead: 'Du bjuder in i nästa steg.', save: 'Lägg till experten' },
  field: {
    name: 'Namn eller funktion',
    nameHint: 'De andra experterna ser det. En funktion räcker.',
    email: 'E-postadress',
    emailHint: 'Används bara för inbjudan. Ingen annan expert ser den.',
    association: 'Förbund',
    associationHint: (known: string) => `Skriv likadant för alla från samma förbund, till exempel ${known}.`,
    role: 'Roll',
    rolePlaceholder: 'Välj roll',
    answered: 'Svar på inbjudan',
    answers: { '': 'Inget svar ännu', accepted: 'Kommer', declined: 'Kommer inte' },
    answeredHint: 'Experten svarar själv på sin sida. Ändra här om du fått svaret på annat sätt.',
  },
  importing: {
    title: 'Läs in experter',
    lead: 'Filen läses in hel eller inte alls. Innan något sparas får du se vad som hittades.',
    file: 'Excel-arbetsbok (.xlsx) eller CSV',
    fileHint:
      'Första raden har rubriker: Förbund och Roll behövs, och Namn eller funktion. E-post är valfri. Roller: deltagare, närstående, tjänsteman, chef, politiker.',
    read: 'Läs filen',
    wrong: (problems: number) =>
      problems === 1 ? 'En sak i filen behöver rättas' : `${problems} saker i filen behöver rättas`,
    nothing: 'Inget är inläst. Rätta filen och läs in den igen.',
    problems: 'Det här behöver rättas',
    preview: {
      title: 'Stämmer det här?',
      lead: 'Inget är sparat ännu. Ser samma förbund ut som två, är det stavat olika i filen.',
      caption: 'Experterna i filen efter förbund och roll',
      ignored: (headings: string) => `De här kolumnerna läses inte: ${headings}.`,
      willAdd: (before: number) => `De ${before} experter som finns är kvar.`,
      withEmail: (count: number, all: number) => `${count} av ${all} har e-postadress.`,
      confirm: (experts: number) => (experts === 1 ? 'Spara 1 expert' : `Spara ${experts} experter`),
      back: 'Välj en annan fil',
    },
  },
  done: {
    imported: 'Experterna är inlästa',
    added: 'Experten är tillagd',
    changed: 'Experten är ändrad',
    removed: 'Experten är borttagen',
    invited: 'Inbjudan skickas nu. Det kan ta någon minut innan brevet kommer fram.',
  },
  error: {
    'file-missing': 'Välj en fil.',
    'name-missing': 'Skriv ett namn eller en funktion.',
    'email-wrong': 'Skriv e-postadressen som namn@exempel.se, eller lämna fältet tomt.',
    'association-missing': 'Skriv vilket förbund experten kommer från.',
    'role-missing': 'Välj en roll.',
    'too-long': 'Texten är för lång: högst 120 tecken.',
  },
  refusal: {
    'no-such-expert': 'Experten finns inte längre, eller saknar e-postadress.',
    'email-taken': 'En annan expert har redan den e-postadressen. Varje expert behöver en egen.',
    'too-many-experts': 'En konferens kan ha högst 1 000 experter.',
    'round-has-opened':
      'En omröstning har öppnats. Då kan ingen tas bort, för rapporten säger hur många som kunde rösta. Ändra svaret till ”Kommer inte” i stället.',
    'nobody-to-invite': 'Det finns ingen kvar att bjuda in.',
    'no-mail-server': 'Det finns ingen e-postserver att skicka med. Visa länken i stället.',
    'link-not-shown': 'Länken visas inte när experten kan få den med e-post. Skicka ett nytt brev i stället.',
  },
}

const en: typeof sv = {
  title: 'Experts',
  lead: 'Those who shall agree. Invite from all associations and all roles: then the result can hold for all.',
  empty: 'No experts yet',
  emptyLead:
    'Read in a file from Excel, or write the experts in one by one. A function is enough, such as “Unit manager, Försäkringskassan”.',
  import: 'Read in a file',
  add: 'Add an expert',
  template: 'Get a template (CSV)',
  count: experts => (experts === 1 ? '1 expert' : `${experts} experts`),
  column: {
    number: 'No.',
    name: 'Name or function',
    association: 'Association',
    role: 'Role',
    state: 'Answer',
    actions: 'Do',
  },
  state: {
    accepted: 'Comes',
    declined: 'Does not come',
    invited: date => `Invited ${date}`,
    notInvited: 'Not invited',
  },
  balance: {
    heading: 'Balance',
    lead: 'How many there are of each association and role. Those who have declined are not counted.',
    caption: 'Experts by association and role',
    total: 'Total',
  },
  invite: {
    heading: 'Invite',
    lead: 'Each expert gets a personal link that works once and is valid for 30 days. A new link voids the old one.',
    letters: experts => (experts === 1 ? 'Send a letter to 1 expert' : `Send letters to ${experts} experts`),
    lettersNone: 'All who have an e-mail address are invited already or have answered.',
    noMail:
      'This installation has no mail server. Show the link on the screen, or print a sheet for each expert.',
    demo: 'In the demonstration you can show the link at once and open it on a phone.',
    sheets: 'Print a sheet for each expert',
    sheetsHint: 'All get a new link. Links handed out before stop working.',
    letter: 'Send a letter',
    again: 'Send a new letter',
    show: 'Show link',
  },
  link: {
    title: 'Link to hand over',
    lead: 'Shown only now. Let the expert point the phone’s camera at the code, or type the address.',
    warning: 'Whoever has the link votes as the expert. Show it to nobody else.',
    ends: date => `Valid until ${date}. Works once. Earlier links have stopped working.`,
    open: 'Open the link here',
    openHint: 'If you open the link in this browser you are logged out as leader. A private window is fine.',
    back: 'Back to the experts',
    to: name => `To ${name}`,
  },
  sheets: {
    title: 'Sheets to hand out',
    lead: experts =>
      `${experts} sheets, one for each expert. Print the page now: the links are shown only once.`,
    how: 'Point the phone’s camera at the code. It takes you to your own page, where you read the items and vote.',
    once: 'The code is yours only and works once. Open it on the phone that you will vote with.',
  },
  edit: {
    title: number => `Expert ${number}`,
    save: 'Save',
    remove: 'Remove',
    removeLead:
      'The expert goes out of the list and the groups, with what the expert has prepared. It cannot be undone.',
    removeSave: name => `Remove ${name}`,
    back: 'All experts',
  },
  new: { title: 'New expert', lead: 'You invite in the next step.', save: 'Add the expert' },
  field: {
    name: 'Name or function',
    nameHint: 'The other experts see it. A function is enough.',
    email: 'E-mail address',
    emailHint: 'Used for the invitation only. No other expert sees it.',
    association: 'Association',
    associationHint: known => `Write alike for all from the same association, for example ${known}.`,
    role: 'Role',
    rolePlaceholder: 'Choose a role',
    answered: 'Answer to the invitation',
    answers: { '': 'No answer yet', accepted: 'Comes', declined: 'Does not come' },
    answeredHint: 'The expert answers on the own page. Change here if you got the answer in another way.',
  },
  importing: {
    title: 'Read in experts',
    lead: 'The file is read in whole or not at all. Before anything is saved you see what was found.',
    file: 'Excel workbook (.xlsx) or CSV',
    fileHint:
      'The first row has headings: Association and Role are needed, and Name or function. E-mail is optional. Roles: participant, relative, officer, manager, politician.',
    read: 'Read the file',
    wrong: problems =>
      problems === 1
        ? 'One thing in the file needs correcting'
        : `${problems} things in the file need correcting`,
    nothing: 'Nothing has been read in. Correct the file and read it in again.',
    problems: 'This needs correcting',
    preview: {
      title: 'Is this right?',
      lead: 'Nothing is saved yet. Where one association looks like two, it is spelled differently in the file.',
      caption: 'The experts in the file by association and role',
      ignored: headings => `These columns are not read: ${headings}.`,
      willAdd: before => `The ${before} experts that are there stay.`,
      withEmail: (count, all) => `${count} of ${all} have an e-mail address.`,
      confirm: experts => (experts === 1 ? 'Save 1 expert' : `Save ${experts} experts`),
      back: 'Choose another file',
    },
  },
  done: {
    imported: 'The experts are read in',
    added: 'The expert is added',
    changed: 'The expert is changed',
    removed: 'The expert is removed',
    invited: 'The invitation is being sent. It can take a minute for the letter to arrive.',
  },
  error: {
    'file-missing': 'Choose a file.',
    'name-missing': 'Write a name or a function.',
    'email-wrong': 'Write the e-mail address as name@example.se, or leave the field empty.',
    'association-missing': 'Write which association the expert comes from.',
    'role-missing': 'Choose a role.',
    'too-long': 'The text is too long: at most 120 characters.',
  },
  refusal: {
    'no-such-expert': 'The expert is not there any more, or has no e-mail address.',
    'email-taken': 'Another expert has that e-mail address already. Each expert needs one of their own.',
    'too-many-experts': 'A conference can have at most 1,000 experts.',
    'round-has-opened':
      'A voting round has opened. Nobody can be removed then, for the report says how many could vote. Change the answer to “Does not come” instead.',
    'nobody-to-invite': 'There is nobody left to invite.',
    'no-mail-server': 'There is no mail server to send with. Show the link instead.',
    'link-not-shown': 'The link is not shown when the expert can get it by mail. Send a new letter instead.',
  },
}

export const expertMessages: Catalogue<typeof sv> = { sv, en }
