import { formatNumber, plural } from '../../../platform/i18n/format.ts'
import type { Catalogue } from '../../../platform/i18n/language.ts'

/** What the phone says about the ballot that lies on it. */
const sv = {
  kept: 'Sparat på telefonen. Inte inlämnat än.',
  changed: (time: string) => `Ändrat. Det du lämnade in ${time} gäller tills du lämnar in igen.`,
  sending: 'Skickar…',
  received: (time: string) => `Mottagen ${time}. Du kan ändra tills omröstningen stänger.`,
  offline:
    'Ingen uppkoppling. Valsedeln ligger kvar på telefonen och skickas när nätet är tillbaka. Låt sidan vara öppen.',
  busy: 'Servern svarar inte just nu. Valsedeln ligger kvar på telefonen och skickas strax igen.',
  closed: 'Omröstningen är stängd. Det som inte var inlämnat räknas inte.',
  closedAfter: (time: string) => `Omröstningen är stängd. Det du lämnade in ${time} räknas.`,
  answered: (answered: number, all: number) =>
    `${formatNumber('sv', answered)} av ${formatNumber('sv', all)} besvarade`,
  chosen: (chosen: number, most: number) =>
    `${chosen} ${plural('sv', chosen, { one: 'vald', other: 'valda' })} av högst ${most}`,
  tooMany: (surplus: number) => `Ta bort ${surplus} innan du lämnar in.`,
}

const en: typeof sv = {
  kept: 'Kept on the phone. Not handed in yet.',
  changed: time => `Changed. What you handed in at ${time} counts until you hand in again.`,
  sending: 'Sending…',
  received: time => `Received at ${time}. You can change it until the vote closes.`,
  offline:
    'No connection. The ballot stays on the phone and is sent when the network is back. Leave this page open.',
  busy: 'The server does not answer right now. The ballot stays on the phone and is sent again shortly.',
  closed: 'The vote is closed. What was not handed in does not count.',
  closedAfter: time => `The vote is closed. What you handed in at ${time} counts.`,
  answered: (answered, all) => `${formatNumber('en', answered)} of ${formatNumber('en', all)} answered`,
  chosen: (chosen, most) => `${chosen} chosen of at most ${most}`,
  tooMany: surplus => `Remove ${surplus} before you hand in.`,
}

export const voteStatus: Catalogue<typeof sv> = { sv, en }
