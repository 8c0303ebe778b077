import type { Catalogue } from '../../../platform/i18n/language.ts'

const items = (count: number) => (count === 1 ? '1 förslag' : `${count} förslag`)
const theMost = (seats: number) => (seats === 1 ? 'Det' : `De ${seats}`)

const sv = {
  console: {
    title: 'Led konferensen',
    roundOf: (number: number, of: number) => `Omröstning\u00a0${number} av\u00a0${of}`,
    round: (number: number) => `Omröstning ${number}`,
    rounds: 'Omröstningarna',
    toProjector: 'Öppna projektorn',
    overview: 'Konferensen',
    none: 'Det finns ingen omröstning att leda ännu',
    noneLead: 'En omröstning behöver en regel: vad som röstas om och vad som krävs för att gå vidare.',
    plan: 'Planera omröstningar',
    state: { planned: 'Inte öppnad', open: 'Pågår', closed: 'Stängd', published: 'Publicerad' },
    runOffState: 'Särskiljande omröstning pågår',
    rule: 'Regeln för omröstningen',
    hash: 'Regelns kontrollsumma',
    hashLead:
      'Kontrollsumman är räknad på regelns text. Ändras något i regeln blir summan en annan. Jämför den före och efter omröstningen.',
    items: 'Förslag att rösta om',
    experts: 'Experter som får rösta',
    groups: 'Innan ni röstar',
    sitting: (sitting: number, isPlanned: boolean) =>
      isPlanned
        ? `Nu är det gruppindelning ${sitting} som gäller. Låt grupperna prata igenom förslagen först.`
        : `Ska grupper prata igenom förslagen först? Gruppindelning ${sitting} är inte gjord ännu.`,
    toGroups: 'Till grupperna',
    noItems: 'Regeln pekar inte ut något förslag, så omröstningen går inte att öppna.',
    changeRule: 'Ändra regeln',
  },
  open: {
    label: 'Öppna omröstningen',
    asks: (number: number, count: number, experts: number) =>
      `Du öppnar omröstning ${number} om ${items(count)}. ${experts} experter får rösta. När den är öppen går regeln inte att ändra, och du kan inte ta tillbaka öppningen.`,
    minutes: 'Hur länge ska den vara öppen?',
    minutesHint: 'Klockan visas för alla. Det är ändå du som stänger.',
    minutesUnit: 'minuter',
    minutesWrong: 'Skriv antal minuter med siffror, mellan 1 och 1440, eller lämna tomt.',
  },
  running: {
    heading: 'Så många har röstat',
    taken: (taken: number, entitled: number) => `${taken} av ${entitled} har hämtat sin valsedel.`,
    timeLeft: 'Tid kvar',
    timeOut: 'Tiden är ute',
    noTime: 'Ingen sluttid är satt.',
    closesAt: (time: string) => `Planerat slut klockan ${time}`,
    close: 'Stäng omröstningen',
    closeAsks: (missing: number) =>
      missing === 0
        ? 'Alla har röstat. När du stänger räknas rösterna, och omröstningen kan inte öppnas igen.'
        : missing === 1
          ? '1 expert har inte röstat än. När du stänger kan ingen rösta mer, och omröstningen kan inte öppnas igen.'
          : `${missing} experter har inte röstat än. När du stänger kan ingen rösta mer, och omröstningen kan inte öppnas igen.`,
    lost: 'Har någon tappat sin telefon?',
    reissue: 'Lämna ut en ny valsedel',
    // Said to screen readers at each quarter, not at each vote.
    said: [
      'Omröstningen är öppen.',
      'Minst en fjärdedel har röstat.',
      'Minst hälften har röstat.',
      'Minst tre fjärdedelar har röstat.',
      'Alla har röstat.',
    ],
  },
  closed: {
    heading: 'Så blev det',
    lead: 'Bara du och de andra som leder konferensen ser detta. Alla andra ser resultatet när du publicerar.',
    voted: (voted: number, entitled: number) => `${voted} av ${entitled} röstade.`,
    accepted: 'Går in',
    kept: 'Diskuteras igen',
    dropped: 'Faller bort',
    undecided: 'Inte avgjort',
    show: {
      accepted: (count: number) => (count === 1 ? 'Visa det som går in' : `Visa de ${count} som går in`),
      kept: (count: number) =>
        count === 1 ? 'Visa det som diskuteras igen' : `Visa de ${count} som diskuteras igen`,
      dropped: (count: number) =>
        count === 1 ? 'Visa det som faller bort' : `Visa de ${count} som faller bort`,
    },
    noneIn: {
      accepted: 'Inget förslag går in.',
      kept: 'Inget förslag diskuteras igen.',
      dropped: 'Inget förslag faller bort.',
    },
    kOfN: (yes: number, of: number) => `${yes} av ${of}`,
    median: (median: string) => `median ${median}`,
    publish: 'Publicera resultatet',
    publishAsks: (number: number) =>
      `Alla i konferensen ser resultatet av omröstning ${number} direkt, också på projektorn. Det går inte att ta tillbaka.`,
    allResults: 'Se hela resultatet',
    deviate: 'Avvik från regeln',
    deviateLead:
      'Måste ni avgöra på ett annat sätt än regeln säger? Då behövs ett skäl, som publiceras tillsammans med resultatet.',
    deviated: 'Avvikelse från regeln',
    settled: 'Lika röstetal vid gränsen',
  },
  tie: {
    heading: {
      accept: 'Lika röstetal vid gränsen för att gå in',
      drop: 'Lika röstetal vid gränsen för att falla bort',
    },
    lead: {
      accept: (count: number, seats: number) =>
        `${count} förslag har lika starkt stöd, men det finns bara ${seats === 1 ? '1 plats' : `${seats} platser`}. Rösterna säger inte vilka som ska in. Du väljer hur det avgörs, och valet syns i resultatet.`,
      drop: (count: number, seats: number) =>
        `${count} förslag har lika svagt stöd, men bara ${seats} ska falla bort. Rösterna säger inte vilka. Du väljer hur det avgörs, och valet syns i resultatet.`,
    },
    again: 'Förslagen fick lika röstetal också i den särskiljande omröstningen.',
    tied: 'Förslag med lika röstetal',
    item: 'Förslag',
    votes: 'Röster för',
    choose: 'Hur ska det avgöras?',
    choice: {
      accept: {
        all: 'Ta in alla',
        none: 'Ta inte in något av dem',
        'run-off': 'Rösta om dem igen',
      },
      drop: {
        all: 'Låt alla falla bort',
        none: 'Låt inget av dem falla bort',
        'run-off': 'Rösta om dem igen',
      },
    },
    explains: {
      accept: {
        all: (count: number, seats: number) => `Det blir ${count - seats} fler än regeln säger.`,
        none: (_count: number, seats: number) =>
          `Det blir ${seats} färre än regeln säger. Förslagen räknas till dem som inte nådde gränsen.`,
        'run-off': (count: number, seats: number) =>
          `En särskiljande omröstning öppnas direkt, om bara de här ${count} förslagen. ${theMost(seats)} med mest stöd går in.`,
      },
      drop: {
        all: (count: number, seats: number) =>
          `Det blir ${count - seats} fler som faller bort än regeln säger.`,
        none: (_count: number, seats: number) => `Det blir ${seats} färre som faller bort än regeln säger.`,
        'run-off': (count: number, seats: number) =>
          `En särskiljande omröstning öppnas direkt, om bara de här ${count} förslagen. ${theMost(seats)} med minst stöd faller bort.`,
      },
    },
    settle: 'Avgör så här',
    cannotChange: 'Valet går inte att ändra efteråt.',
    chooseFirst: 'Välj hur det ska avgöras.',
  },
  runOff: {
    heading: 'Särskiljande omröstning',
    lead: {
      accept: (count: number, seats: number) =>
        `${items(count)} fick lika röstetal. Experterna röstar igen om bara dem, och det finns ${seats === 1 ? '1 plats' : `${seats} platser`}.`,
      drop: (count: number, seats: number) =>
        `${items(count)} fick lika röstetal. Experterna röstar igen om bara dem, och ${seats} av dem ska falla bort.`,
    },
    close: 'Stäng den särskiljande omröstningen',
  },
  done: {
    heading: 'Alla omröstningar är publicerade',
    lead: 'Nu återstår utvärderingen och rapporten.',
    evaluation: 'Utvärdering',
    report: 'Rapport',
  },
}

const en: typeof sv = {
  console: {
    title: 'Lead the conference',
    roundOf: (number, of) => `Voting round\u00a0${number} of\u00a0${of}`,
    round: number => `Voting round ${number}`,
    rounds: 'The voting rounds',
    toProjector: 'Open the projector',
    overview: 'The conference',
    none: 'There is no voting round to lead yet',
    noneLead: 'A voting round needs a rule: what is voted on, and what it takes to go in.',
    plan: 'Plan voting rounds',
    state: { planned: 'Not opened', open: 'Under way', closed: 'Closed', published: 'Published' },
    runOffState: 'Run-off under way',
    rule: 'The rule of this round',
    hash: 'The rule’s checksum',
    hashLead:
      'The checksum is made from the rule’s text. If anything in the rule changes, it becomes another. Compare it before and after the vote.',
    items: 'Items to vote on',
    experts: 'Experts who may vote',
    groups: 'Before you vote',
    sitting: (sitting, isPlanned) =>
      isPlanned
        ? `Group sitting ${sitting} is the one for now. Let the groups talk the items over first.`
        : `Shall groups talk the items over first? Group sitting ${sitting} has not been made yet.`,
    toGroups: 'To the groups',
    noItems: 'The rule points to no item, so the round cannot be opened.',
    changeRule: 'Change the rule',
  },
  open: {
    label: 'Open the vote',
    asks: (number, count, experts) =>
      `You open round ${number} on ${count === 1 ? '1 item' : `${count} items`}. ${experts} experts may vote. Once it is open the rule cannot be changed, and you cannot take the opening back.`,
    minutes: 'How long shall it be open?',
    minutesHint: 'The clock is shown to all. It is still you who closes.',
    minutesUnit: 'minutes',
    minutesWrong: 'Write a number of minutes in figures, between 1 and 1440, or leave it empty.',
  },
  running: {
    heading: 'So many have voted',
    taken: (taken, entitled) => `${taken} of ${entitled} have taken their ballot.`,
    timeLeft: 'Time left',
    timeOut: 'Time is up',
    noTime: 'No end is set.',
    closesAt: time => `Planned to end at ${time}`,
    close: 'Close the vote',
    closeAsks: missing =>
      missing === 0
        ? 'All have voted. When you close, the votes are counted, and the round cannot be opened again.'
        : missing === 1
          ? '1 expert has not voted yet. When you close nobody can vote any more, and the round cannot be opened again.'
          : `${missing} experts have not voted yet. When you close nobody can vote any more, and the round cannot be opened again.`,
    lost: 'Has somebody lost their phone?',
    reissue: 'Hand out a new ballot',
    said: [
      'The vote is open.',
      'At least a quarter have voted.',
      'At least half have voted.',
      'At least three quarters have voted.',
      'All have voted.',
    ],
  },
  closed: {
    heading: 'The outcome',
    lead: 'Only you and others who lead the conference see this. Everybody else sees the result when you publish.',
    voted: (voted, entitled) => `${voted} of ${entitled} voted.`,
    accepted: 'Go in',
    kept: 'Discussed again',
    dropped: 'Fall out',
    undecided: 'Not decided',
    show: {
      accepted: count => (count === 1 ? 'Show the one that goes in' : `Show the ${count} that go in`),
      kept: count =>
        count === 1 ? 'Show the one that is discussed again' : `Show the ${count} that are discussed again`,
      dropped: count => (count === 1 ? 'Show the one that falls out' : `Show the ${count} that fall out`),
    },
    noneIn: {
      accepted: 'No item goes in.',
      kept: 'No item is discussed again.',
      dropped: 'No item falls out.',
    },
    kOfN: (yes, of) => `${yes} of ${of}`,
    median: median => `median ${median}`,
    publish: 'Publish the result',
    publishAsks: number =>
      `Everybody in the conference sees the result of round ${number} at once, on the projector too. It cannot be taken back.`,
    allResults: 'See the whole result',
    deviate: 'Deviate from the rule',
    deviateLead:
      'Must you decide otherwise than the rule says? Then a reason is needed, which is published with the result.',
    deviated: 'Deviation from the rule',
    settled: 'Ties at the limit',
  },
  tie: {
    heading: { accept: 'A tie at the limit for going in', drop: 'A tie at the limit for falling out' },
    lead: {
      accept: (count, seats) =>
        `${count} items have equal support, but there ${seats === 1 ? 'is only 1 place' : `are only ${seats} places`}. The votes do not say which shall go in. You choose how it is settled, and the choice is shown in the result.`,
      drop: (count, seats) =>
        `${count} items have equally weak support, but only ${seats} shall fall out. The votes do not say which. You choose how it is settled, and the choice is shown in the result.`,
    },
    again: 'The items tied in the run-off too.',
    tied: 'Items that tie',
    item: 'Item',
    votes: 'Votes for',
    choose: 'How shall it be settled?',
    choice: {
      accept: { all: 'Take all of them', none: 'Take none of them', 'run-off': 'Vote on them again' },
      drop: {
        all: 'Let all of them fall out',
        none: 'Let none of them fall out',
        'run-off': 'Vote on them again',
      },
    },
    explains: {
      accept: {
        all: (count, seats) => `That is ${count - seats} more than the rule says.`,
        none: (_count, seats) =>
          `That is ${seats} fewer than the rule says. The items count among those that did not reach the limit.`,
        'run-off': (count, seats) =>
          `A run-off opens at once on these ${count} items only. ${seats === 1 ? 'The one with most support goes in.' : `The ${seats} with most support go in.`}`,
      },
      drop: {
        all: (count, seats) => `That is ${count - seats} more falling out than the rule says.`,
        none: (_count, seats) => `That is ${seats} fewer falling out than the rule says.`,
        'run-off': (count, seats) =>
          `A run-off opens at once on these ${count} items only. ${seats === 1 ? 'The one with least support falls out.' : `The ${seats} with least support fall out.`}`,
      },
    },
    settle: 'Settle it so',
    cannotChange: 'The choice cannot be changed afterwards.',
    chooseFirst: 'Choose how it shall be settled.',
  },
  runOff: {
    heading: 'Run-off',
    lead: {
      accept: (count, seats) =>
        `${count} items tied. The experts vote again on them only, for ${seats === 1 ? '1 place' : `${seats} places`}.`,
      drop: (count, seats) =>
        `${count} items tied. The experts vote again on them only, and ${seats} of them shall fall out.`,
    },
    close: 'Close the run-off',
  },
  done: {
    heading: 'All voting rounds are published',
    lead: 'The evaluation and the report remain.',
    evaluation: 'Evaluation',
    report: 'Report',
  },
}

export const lead: Catalogue<typeof sv> = { sv, en }
