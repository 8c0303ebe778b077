import type { Catalogue } from '../../../platform/i18n/language.ts'

const sv = {
  parts: {
    label: 'Din konferens',
    home: 'Just nu',
    items: 'Förslagen',
    group: 'Din grupp',
    vote: 'Rösta',
  },
  invitation: {
    above: 'Inbjudan',
    lead: (expert: string) =>
      `Du är inbjuden som expert: ${expert}. Inbjudan är din egen. Du behöver inget konto och ingen app.`,
    once: 'Länken fungerar en gång. Öppna inbjudan på den telefon eller dator som du vill använda under konferensen.',
    open: 'Öppna min inbjudan',
    wrong: {
      title: 'Länken fungerar inte längre',
      lead: 'Den kan redan ha använts, ha blivit för gammal eller ha kommit bort på vägen.',
      opened:
        'Har du redan öppnat inbjudan? Då är du inne på den telefon eller dator där du gjorde det. Fortsätt där.',
      ask: 'Annars: be den som bjöd in dig om en ny länk. Det går fort, och inget som du har gjort går förlorat.',
      goOn: 'Till min konferens',
    },
    tooMany: {
      title: 'Vänta en minut',
      lead: 'Många fel länkar har öppnats härifrån på kort tid. Vänta en minut och försök igen. En länk som stämmer fungerar hela tiden.',
    },
  },
  notInvited: {
    title: 'Den här sidan är för inbjudna experter',
    lead: 'Öppna länken i din inbjudan, så kommer du hit. Har du redan öppnat den på en annan telefon eller dator? Fortsätt där.',
    ask: 'Hittar du inte inbjudan, be den som leder konferensen om en ny länk.',
  },
  home: {
    hello: (name: string) => `Välkommen, ${name}`,
    you: (role: string, association: string) => `${role}, ${association}`,
    reload: 'Uppdatera sidan',
    reloadHint: 'Sidan följer konferensen av sig själv. Skulle den stå still, uppdatera den.',
    answer: {
      heading: 'Kommer du?',
      accept: 'Ja, jag kommer',
      decline: 'Nej, jag kan inte',
      accepted: 'Du har tackat ja. Så roligt att du kommer.',
      declined: 'Du har tackat nej. Du får ingen valsedel när en omröstning öppnar.',
      change: 'Ändra ditt svar',
    },
    information: 'Om konferensen',
    when: 'När',
    where: 'Var',
    prepare: {
      heading: 'Förbered dig hemma',
      lead: 'Läs förslagen och markera vilka som är viktiga för dig. Ingen annan ser det.',
      done: 'Markerade förslag',
      go: 'Läs förslagen',
    },
    group: {
      heading: 'Din grupp',
      seat: (sitting: number, group: number) => `Samtal ${sitting}: du sitter i grupp ${group}.`,
      none: 'Du har ingen plats i en grupp ännu. Här står den när grupperna är klara.',
      go: 'Se gruppen och argumenten',
    },
  },
  vote: {
    title: (round: number) => `Omröstning ${round}`,
    runOff: (round: number) => `Omröstning ${round}: särskiljande omröstning`,
    none: {
      title: 'Ingen omröstning är öppen',
      text: 'När en omröstning är öppen finns din valsedel här. Sidan följer med av sig själv.',
    },
    rule: 'Så avgörs det',
    ruleOf: (round: number) => `Regeln för omröstning ${round}`,
    ruleHash: (hash: string) =>
      `Regeln är låst. Dess kontrollsumma är ${hash}. Ändras regeln blir summan en annan, så ingen kan ändra den utan att det syns.`,
    secret: {
      heading: 'Din röst är hemlig',
      text: [
        'Först hämtar du din valsedel. Då noteras att just du har fått en, så att ingen röstar två gånger.',
        'Sedan lämnar du in den utan namn. Valsedeln har ett nummer som bara din telefon känner till.',
        'Därför kan ingen koppla ihop dig med det du röstade, inte heller den som läser databasen.',
      ],
      device: 'Rösta på samma telefon eller dator hela vägen. Valsedeln finns bara där.',
    },
    start: 'Börja rösta',
    received: {
      title: (time: string) => `Din röst är mottagen ${time}.`,
      text: 'Du kan ändra den tills omröstningen stänger.',
      again:
        'Vill du ändra? Lämna in valsedeln igen. Den nya ersätter hela den gamla, så fyll i allt som ska räknas.',
      back: 'Till Just nu',
    },
    lead: {
      'yes-no': 'Ta ställning till ett förslag i taget. Du behöver inte svara på alla.',
      'rating-1-9': 'Ge varje förslag ett betyg från 1 till 9. Du behöver inte svara på alla.',
      choose: (most: number) =>
        `Kryssa för de förslag som du väljer. Du kan välja högst ${most}, och du får välja färre.`,
    },
    choice: { yes: 'Ja', no: 'Nej', abstain: 'Avstår' },
    ends: { low: 'inte viktigt', high: 'helt avgörande' },
    send: 'Lämna in',
    item: (number: number) => `Förslag ${number}`,
    own: {
      important: 'Hemma markerade du: viktigt',
      perhaps: 'Hemma markerade du: kanske',
      'leave-out': 'Hemma markerade du: stryk',
    },
    arguments: (count: number) => `Gruppernas argument (${count})`,
    for: 'För',
    against: 'Emot',
    group: (sitting: number, group: number) => `Grupp ${group}, samtal ${sitting}`,
    wrong: {
      heading: 'Valsedeln är inte inlämnad än',
      kept: 'Allt du har fyllt i är kvar.',
      'item-not-in-round': 'Valsedeln hade ett förslag som inte är med i omröstningen. Det är borttaget nu.',
      'item-twice': (item: string) => `${item}: välj bara ett svar.`,
      'choice-not-allowed': (item: string) => `${item}: välj ett av svaren som står på valsedeln.`,
      'too-many-chosen': (chosen: number, most: number) =>
        `Du har valt ${chosen}. Välj högst ${most}: ta bort ${chosen - most}.`,
    },
    closed: {
      title: 'Omröstningen är stängd',
      text: 'Den här valsedeln kom för sent och räknas inte. Hade du lämnat in en tidigare, räknas den.',
    },
    refused: {
      'right-missing': {
        title: 'Valsedeln finns inte på den här telefonen',
        text: 'Gå till Rösta och hämta din valsedel, så kan du fortsätta.',
      },
      'right-not-valid': {
        title: 'Valsedeln gäller inte',
        text: 'Den hör till en annan omröstning eller har skadats. Gå till Rösta och hämta din valsedel igen.',
      },
      'rights-used-up': {
        title: 'Valsedeln kan inte lämnas in',
        text: 'Lika många röster som valsedlar är redan inlämnade, så din kan redan vara räknad. Prata med den som leder konferensen.',
      },
      'right-taken-elsewhere': {
        title: 'Din valsedel är hämtad på en annan telefon eller dator',
        text: 'Fortsätt där. Är den borta, be den som leder konferensen om en ny valsedel. Ingen kan se vad den gamla används till.',
      },
      'not-entitled': {
        title: 'Du har ingen valsedel i den här omröstningen',
        text: 'Den som hade tackat nej, eller bjöds in efter att omröstningen öppnade, röstar inte i den. Fråga den som leder konferensen.',
      },
      'box-closed': {
        title: 'Omröstningen är stängd',
        text: 'Ingen valsedel kan hämtas längre.',
      },
    },
    goToVote: 'Till Rösta',
    goToEvaluation: 'Till utvärderingen',
  },
  /** The same refusals where an evaluation is answered. */
  evaluation: {
    closed: {
      title: 'Utvärderingen är stängd',
      text: 'De här svaren kom för sent och räknas inte. Hade du lämnat in tidigare, räknas de.',
    },
    refused: {
      'right-missing': {
        title: 'Formuläret finns inte på den här telefonen',
        text: 'Gå till utvärderingen och börja svara, så kan du fortsätta.',
      },
      'right-not-valid': {
        title: 'Formuläret gäller inte',
        text: 'Det hör till något annat eller har skadats. Gå till utvärderingen och hämta det igen.',
      },
      'rights-used-up': {
        title: 'Svaren kan inte lämnas in',
        text: 'Lika många svar som formulär är redan inlämnade, så dina kan redan vara med. Prata med den som leder konferensen.',
      },
      'right-taken-elsewhere': {
        title: 'Ditt formulär är hämtat på en annan telefon eller dator',
        text: 'Fortsätt där. Är den borta, prata med den som leder konferensen.',
      },
      'not-entitled': {
        title: 'Du har inget formulär i den här utvärderingen',
        text: 'Den som hade tackat nej, eller bjöds in efter att utvärderingen öppnade, är inte med. Fråga den som leder konferensen.',
      },
      'box-closed': { title: 'Utvärderingen är stängd', text: 'Den tar inte emot fler svar.' },
    },
  },
}

const en: typeof sv = {
  parts: {
    label: 'Your conference',
    home: 'Right now',
    items: 'The items',
    group: 'Your group',
    vote: 'Vote',
  },
  invitation: {
    above: 'Invitation',
    lead: expert =>
      `You are invited as an expert: ${expert}. The invitation is yours alone. You need no account and no app.`,
    once: 'The link works once. Open the invitation on the phone or computer that you want to use during the conference.',
    open: 'Open my invitation',
    wrong: {
      title: 'The link no longer works',
      lead: 'It may have been used, have become too old or have been damaged on the way.',
      opened:
        'Have you already opened the invitation? Then you are in on the phone or computer where you did. Go on there.',
      ask: 'Otherwise: ask the one who invited you for a new link. It is quickly done, and nothing that you have done is lost.',
      goOn: 'To my conference',
    },
    tooMany: {
      title: 'Wait a minute',
      lead: 'Many wrong links have been opened from here in a short time. Wait a minute and try again. A right link works all the time.',
    },
  },
  notInvited: {
    title: 'This page is for invited experts',
    lead: 'Open the link in your invitation, and you will get here. Have you opened it on another phone or computer? Go on there.',
    ask: 'If you cannot find the invitation, ask the one who leads the conference for a new link.',
  },
  home: {
    hello: name => `Welcome, ${name}`,
    you: (role, association) => `${role}, ${association}`,
    reload: 'Reload the page',
    reloadHint: 'The page follows the conference by itself. Should it stand still, reload it.',
    answer: {
      heading: 'Will you come?',
      accept: 'Yes, I will come',
      decline: 'No, I cannot',
      accepted: 'You have accepted. How good that you will come.',
      declined: 'You have declined. You get no ballot when a vote opens.',
      change: 'Change your answer',
    },
    information: 'About the conference',
    when: 'When',
    where: 'Where',
    prepare: {
      heading: 'Prepare at home',
      lead: 'Read the items and mark those that matter to you. Nobody else sees it.',
      done: 'Marked items',
      go: 'Read the items',
    },
    group: {
      heading: 'Your group',
      seat: (sitting, group) => `Sitting ${sitting}: you sit in group ${group}.`,
      none: 'You have no seat in a group yet. It will stand here when the groups are ready.',
      go: 'See the group and the arguments',
    },
  },
  vote: {
    title: round => `Voting round ${round}`,
    runOff: round => `Voting round ${round}: run-off`,
    none: {
      title: 'No vote is open',
      text: 'When a vote opens, your ballot comes here. The page follows by itself.',
    },
    rule: 'How it is decided',
    ruleOf: round => `The rule of voting round ${round}`,
    ruleHash: hash =>
      `The rule is locked. Its checksum is ${hash}. If the rule is changed, the checksum becomes another, so nobody can change it unseen.`,
    secret: {
      heading: 'Your vote is secret',
      text: [
        'First you fetch your ballot. It is noted that you have got one, so that nobody votes twice.',
        'Then you hand it in without a name. The ballot has a number that only your phone knows.',
        'So nobody can join you with what you voted, not even whoever reads the database.',
      ],
      device: 'Vote on the same phone or computer all the way. The ballot is only there.',
    },
    start: 'Begin to vote',
    received: {
      title: time => `Your vote was received at ${time}.`,
      text: 'You can change it until the vote closes.',
      again:
        'Do you want to change it? Hand in the ballot again. The new one replaces all of the old, so fill in everything that shall count.',
      back: 'To Right now',
    },
    lead: {
      'yes-no': 'Take a stand on one item at a time. You need not answer all.',
      'rating-1-9': 'Rate each item from 1 to 9. You need not answer all.',
      choose: most => `Tick the items that you choose. You can choose at most ${most}, and may choose fewer.`,
    },
    choice: { yes: 'Yes', no: 'No', abstain: 'Abstain' },
    ends: { low: 'not important', high: 'critical' },
    send: 'Hand in',
    item: number => `Item ${number}`,
    own: {
      important: 'At home you marked: important',
      perhaps: 'At home you marked: perhaps',
      'leave-out': 'At home you marked: leave out',
    },
    arguments: count => `The groups’ arguments (${count})`,
    for: 'For',
    against: 'Against',
    group: (sitting, group) => `Group ${group}, sitting ${sitting}`,
    wrong: {
      heading: 'The ballot is not handed in yet',
      kept: 'Everything that you filled in is still there.',
      'item-not-in-round': 'The ballot had an item that is not in this vote. It is removed now.',
      'item-twice': item => `${item}: choose one answer only.`,
      'choice-not-allowed': item => `${item}: choose one of the answers on the ballot.`,
      'too-many-chosen': (chosen, most) =>
        `You have chosen ${chosen}. Choose at most ${most}: remove ${chosen - most}.`,
    },
    closed: {
      title: 'The vote is closed',
      text: 'This ballot came too late and does not count. If you handed one in before, that one counts.',
    },
    refused: {
      'right-missing': {
        title: 'The ballot is not on this phone',
        text: 'Go to Vote and fetch your ballot, and you can go on.',
      },
      'right-not-valid': {
        title: 'The ballot is not valid',
        text: 'It belongs to another voting round or has been damaged. Go to Vote and fetch your ballot again.',
      },
      'rights-used-up': {
        title: 'The ballot cannot be handed in',
        text: 'As many votes as ballots have been handed in, so yours may already be counted. Talk to the one who leads the conference.',
      },
      'right-taken-elsewhere': {
        title: 'Your ballot was fetched on another phone or computer',
        text: 'Go on there. If it is lost, ask the one who leads the conference for a new ballot. Nobody can see what the old one is used for.',
      },
      'not-entitled': {
        title: 'You have no ballot in this vote',
        text: 'Whoever had declined, or was invited after the vote opened, does not vote in it. Ask the one who leads the conference.',
      },
      'box-closed': { title: 'The vote is closed', text: 'No ballot can be fetched any longer.' },
    },
    goToVote: 'To Vote',
    goToEvaluation: 'To the evaluation',
  },
  evaluation: {
    closed: {
      title: 'The evaluation is closed',
      text: 'These answers came too late and do not count. If you handed some in before, those count.',
    },
    refused: {
      'right-missing': {
        title: 'The form is not on this phone',
        text: 'Go to the evaluation and begin to answer, and you can go on.',
      },
      'right-not-valid': {
        title: 'The form is not valid',
        text: 'It belongs to something else or has been damaged. Go to the evaluation and fetch it again.',
      },
      'rights-used-up': {
        title: 'The answers cannot be handed in',
        text: 'As many answers as forms have been handed in, so yours may already be there. Talk to the one who leads the conference.',
      },
      'right-taken-elsewhere': {
        title: 'Your form was fetched on another phone or computer',
        text: 'Go on there. If it is lost, talk to the one who leads the conference.',
      },
      'not-entitled': {
        title: 'You have no form in this evaluation',
        text: 'Whoever had declined, or was invited after the evaluation opened, is not part of it. Ask the one who leads the conference.',
      },
      'box-closed': { title: 'The evaluation is closed', text: 'It takes no more answers.' },
    },
  },
}

export const takePart: Catalogue<typeof sv> = { sv, en }
