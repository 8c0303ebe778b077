import { formatDate } from '../../../platform/i18n/format.ts'
import { inGroups } from '../rules/respondent-code.ts'

/**
 * The letter with a one-time code, in both languages of the house. The subject says nothing about the reader: it is seen
 * on locked screens.
 */
export function codeLetter(letter: {
  readonly association: string
  readonly code: string
  /** The link with the code in it. */
  readonly address: string
  readonly opensOn: string
  readonly closesOn: string
  /** A reminder. */
  readonly again: boolean
}): { readonly subject: string; readonly text: string } {
  const { association, code, address, opensOn, closesOn, again } = letter
  const from = formatDate('sv', opensOn)
  const until = formatDate('sv', closesOn)
  const text = [
    'Hej!',
    again
      ? `Vi påminner om enkäten från samordningsförbundet ${association}. Koden har inte använts än.`
      : `Samordningsförbundet ${association} vill veta hur det går, och ber dig svara på en enkät.`,
    `Du kan svara från ${from} till och med ${until}. Öppna länken:\n${address}`,
    `Frågar sidan efter en kod, skriv: ${inGroups(code)}`,
    'Det är frivilligt att svara. Ingen kan se vem som har svarat vad. Koden visar bara att man får svara en gång.',
    'Din adress används för det här brevet och för en påminnelse. Den tas bort när enkäten stängs.',
    '– – –',
    'In English',
    `${again ? 'This is a reminder. ' : ''}The coordination association ${association} asks you to answer a survey, from ${formatDate('en', opensOn)} until ${formatDate('en', closesOn)}. Open the link above; if the page asks for a code, it is ${inGroups(code)}. Answering is voluntary, and nobody can see who answered what. Your address is removed when the survey closes.`,
  ].join('\n\n')
  const name = association.replaceAll(/\s+/g, ' ')
  return {
    subject: again ? `Påminnelse / Reminder: enkät, ${name}` : `Enkät / Survey: ${name}`,
    text: `${text}\n`,
  }
}
