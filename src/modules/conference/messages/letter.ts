import { formatDate, formatDays } from '../../../platform/i18n/format.ts'

export interface InvitationLetter {
  readonly conference: {
    readonly name: string
    readonly place: string
    readonly startsOn: string
    readonly endsOn: string
  }
  /** The one-time link, whole. */
  readonly link: string
  readonly linkEndsAt: Date
}

/**
 * The invitation to an expert. Nobody has said yet which language the reader wants, so it has both.
 * The subject says nothing about the reader: it is seen on locked screens and in logs of mail servers.
 */
export function invitationLetter({ conference, link, linkEndsAt }: InvitationLetter): {
  subject: string
  text: string
} {
  const { name, place, startsOn, endsOn } = conference
  const days = (language: 'sv' | 'en') => formatDays(language, startsOn, endsOn)
  const where = place === '' ? '' : `, ${place}`
  const text = [
    'Hej!',
    `Du är inbjuden som expert till konsensuskonferensen ”${name}”, ${days('sv')}${where}.`,
    'Experter från flera håll går igenom ett antal förslag och röstar fram vilka som är viktigast. Rösterna är hemliga: ingen kan se vad du röstar, inte heller den som leder konferensen.',
    `Öppna din personliga länk för att svara och läsa förslagen i lugn och ro:\n${link}`,
    `Länken är bara din, fungerar en gång och gäller till och med ${formatDate('sv', linkEndsAt)}. Öppna den på den telefon eller dator du tänker använda. Ett nytt brev från oss gör den här länken ogiltig. Är det något som inte fungerar, svara den som bjöd in dig.`,
    '– – –',
    'In English',
    `You are invited as an expert to the consensus conference “${name}”, ${days('en')}${where}. Open your personal link above to answer and to read the items. The link is yours only, works once, and is valid until ${formatDate('en', linkEndsAt)}. Votes are secret: nobody can see what you vote.`,
  ].join('\n\n')
  return { subject: `Inbjudan / Invitation: ${name.replaceAll(/\s+/g, ' ')}`, text: `${text}\n` }
}
