import type { Catalogue } from '../../../platform/i18n/language.ts'

/** What is said on the pages that ask before something unusual is done, and when something is not done. */
const sv = {
  deviate: {
    title: 'Avvik från regeln',
    lead: 'Rösterna ligger fast. Du ändrar bara var gränserna går. Avvikelsen, skälet och den låsta regeln publiceras tillsammans.',
    reason: 'Varför avviker ni från regeln?',
    reasonHint: 'Skriv så att den som läser om fem år förstår. Texten publiceras.',
    save: 'Avgör med de här gränserna',
    cannotUndo: 'Avvikelsen stannar kvar i resultatet, också om du avviker igen.',
    locked: 'Den låsta regeln',
    back: 'Tillbaka utan att avvika',
    tryFirst: 'Pröva först',
    tryFirstText: 'Se vad andra gränser skulle ge, utan att något sparas.',
  },
  reissue: {
    title: 'Lämna ut en ny valsedel',
    lead: 'För den som har hämtat sin valsedel men tappat eller bytt telefon. Ingen kan se om den gamla valsedeln redan är lämnad.',
    warning:
      'Fråga först om experten redan har röstat. Har hen det blir det två röster från samma expert, och då kan någon annans röst bli stoppad. Det kan aldrig bli fler röster än utlämnade valsedlar.',
    who: 'Vem behöver en ny valsedel?',
    choose: 'Välj expert',
    whoMissing: 'Välj vem som behöver en ny valsedel.',
    reason: 'Vad har hänt?',
    reasonHint: 'Skriv inte vem det gäller. Texten publiceras som en avvikelse.',
    reasonMissing: 'Skriv kort vad som har hänt.',
    save: 'Lämna ut valsedeln',
    recorded: '1 ny valsedel lämnades ut',
    done: 'Experten kan nu hämta en ny valsedel.',
    expert: (number: number, name: string) => `${number}. ${name}`,
  },
  refusal: {
    'no-such-round': 'Den omröstningen finns inte.',
    'no-items': 'Regeln pekar inte ut något förslag. Ändra regeln eller lägg till förslag, och öppna sedan.',
    'no-experts': 'Ingen expert får rösta ännu. Bjud in experter först.',
    'another-round-open': 'En annan omröstning pågår. Stäng den först.',
    'report-published':
      'Rapporten är publicerad, och konferensen är avslutad. Ingen ny omröstning kan öppnas.',
    'earlier-round-not-published': 'En tidigare omröstning är inte publicerad. Publicera den först.',
    'round-not-planned': 'Omröstningen är redan öppnad.',
    'round-not-open': 'Omröstningen är inte öppen. Kanske har någon annan just stängt den.',
    'round-not-closed':
      'Det går bara när omröstningen är stängd och resultatet inte är publicerat. Kanske har någon annan just gjort det.',
    'rule-locked': 'Regeln är låst, för omröstningen är öppnad.',
    'other-round': 'Regeln hör till en annan omröstning.',
    'rule-changed-since-shown':
      'Någon har ändrat regeln sedan sidan visades. Läs regeln igen och öppna sedan.',
    'rule-changed-after-opening':
      'Regeln stämmer inte med den som låstes när omröstningen öppnades. Inget är ändrat och alla röster finns kvar. Kontakta den som sköter installationen.',
    'more-votes-than-entitled':
      'Det finns fler röster än röstberättigade. Inget är ändrat och alla röster finns kvar. Kontakta den som sköter installationen.',
    'reason-missing': 'Skriv ett skäl. Det publiceras tillsammans med resultatet.',
    'other-items-or-ballot': 'Det som ni röstade om, och hur, kan inte ändras efteråt.',
    'same-rule': 'Det är samma regel som redan gäller. Ändra minst en gräns.',
    'ties-already-settled': 'Lika röstetal är redan avgjorda efter regeln. Då kan regeln inte bytas.',
    'tie-at-cut': 'Förslag har lika röstetal vid gränsen. Avgör det innan du publicerar.',
    'no-such-tie': 'De förslagen har inte lika röstetal längre. Kanske har någon annan just avgjort det.',
    'run-off-open': 'En särskiljande omröstning pågår. Stäng den först.',
    'run-off-not-open': 'Ingen särskiljande omröstning pågår. Kanske har någon annan just stängt den.',
    'box-closed': 'Omröstningen är inte öppen längre.',
    'not-entitled': 'Den experten har ingen rösträtt i omröstningen.',
    'right-not-taken': 'Den experten har inte hämtat någon valsedel ännu, och kan hämta den som vanligt.',
    'rights-used-up':
      'Alla utlämnade valsedlar är redan lämnade, också den som är borta. Därför kan ingen ny lämnas ut.',
    'right-taken-elsewhere': 'Valsedeln är hämtad i en annan webbläsare.',
    'right-not-valid': 'Valsedeln gäller inte.',
  },
}

const en: typeof sv = {
  deviate: {
    title: 'Deviate from the rule',
    lead: 'The votes stand. You only move the limits. The deviation, the reason and the locked rule are published together.',
    reason: 'Why do you deviate from the rule?',
    reasonHint: 'Write so that a reader in five years understands. The text is published.',
    save: 'Decide by these limits',
    cannotUndo: 'The deviation stays in the result, also if you deviate again.',
    locked: 'The locked rule',
    back: 'Back without deviating',
    tryFirst: 'Try it first',
    tryFirstText: 'See what other limits would give. Nothing is kept.',
  },
  reissue: {
    title: 'Hand out a new ballot',
    lead: 'For somebody who has taken the ballot but lost or changed the phone. Nobody can see whether the old ballot has been handed in.',
    warning:
      'Ask first whether the expert has voted already. If so, there will be two votes of the same expert, and somebody else’s may be stopped. There can never be more votes than ballots handed out.',
    who: 'Who needs a new ballot?',
    choose: 'Choose an expert',
    whoMissing: 'Choose who needs a new ballot.',
    reason: 'What has happened?',
    reasonHint: 'Do not write who it is about. The text is published as a deviation.',
    reasonMissing: 'Write in short what has happened.',
    save: 'Hand out the ballot',
    recorded: '1 new ballot was handed out',
    done: 'The expert can take a new ballot now.',
    expert: (number, name) => `${number}. ${name}`,
  },
  refusal: {
    'no-such-round': 'There is no such round.',
    'no-items': 'The rule points to no item. Change the rule or add items, and open then.',
    'no-experts': 'No expert may vote yet. Invite experts first.',
    'another-round-open': 'Another vote is under way. Close it first.',
    'report-published': 'The report is published, and the conference is over. No new vote can be opened.',
    'earlier-round-not-published': 'An earlier round is not published. Publish it first.',
    'round-not-planned': 'The round has been opened already.',
    'round-not-open': 'The vote is not open. Somebody else may just have closed it.',
    'round-not-closed':
      'That is possible only when the vote is closed and the result not published. Somebody else may just have done it.',
    'rule-locked': 'The rule is locked, for the vote has been opened.',
    'other-round': 'The rule belongs to another round.',
    'rule-changed-since-shown':
      'Somebody has changed the rule since the page was shown. Read the rule again, and open then.',
    'rule-changed-after-opening':
      'The rule is not the one that was locked when the vote opened. Nothing has been changed and all votes are there. Contact whoever runs the installation.',
    'more-votes-than-entitled':
      'There are more votes than people entitled. Nothing has been changed and all votes are there. Contact whoever runs the installation.',
    'reason-missing': 'Write a reason. It is published with the result.',
    'other-items-or-ballot': 'What you voted on, and how, cannot be changed afterwards.',
    'same-rule': 'That is the rule that decides already. Change at least one limit.',
    'ties-already-settled': 'Ties have been settled by the rule already. Then the rule cannot be replaced.',
    'tie-at-cut': 'Items tie at the limit. Settle it before you publish.',
    'no-such-tie': 'Those items do not tie any more. Somebody else may just have settled it.',
    'run-off-open': 'A run-off is under way. Close it first.',
    'run-off-not-open': 'No run-off is under way. Somebody else may just have closed it.',
    'box-closed': 'The vote is not open any more.',
    'not-entitled': 'That expert has no vote in this round.',
    'right-not-taken': 'That expert has not taken a ballot yet, and can take it as usual.',
    'rights-used-up':
      'All ballots that were handed out have been handed in, the lost one too. So no new one can be given.',
    'right-taken-elsewhere': 'The ballot was taken in another browser.',
    'right-not-valid': 'The ballot is not valid.',
  },
}

export const leadForms: Catalogue<typeof sv> = { sv, en }
