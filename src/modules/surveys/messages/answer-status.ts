import { type RespondentLanguage, wordsFor } from './answer-language.ts'

const sv = {
  kept: 'Sparat på telefonen. Inte inlämnat än.',
  sending: 'Skickar …',
  offline:
    'Ingen uppkoppling. Svaren ligger kvar på telefonen och skickas när nätet är tillbaka. Låt sidan vara öppen.',
  busy: 'Det går inte att skicka just nu. Svaren ligger kvar på telefonen, och vi försöker igen. Låt sidan vara öppen.',
  closed: 'Enkäten är stängd. Svaren togs inte emot.',
  stopReading: 'Sluta läsa',
}
type Texts = typeof sv
const simple: Texts = {
  ...sv,
  kept: 'Sparat på telefonen. Inte skickat än.',
  offline: 'Inget internet. Svaren finns kvar. Vi skickar dem när internet är tillbaka. Stäng inte sidan.',
  busy: 'Det går inte att skicka nu. Svaren finns kvar. Vi försöker igen. Stäng inte sidan.',
}
const en: Texts = {
  kept: 'Kept on the phone. Not handed in yet.',
  sending: 'Sending …',
  offline:
    'No connection. The answers stay on the phone and are sent when the network is back. Leave the page open.',
  busy: 'It cannot be sent right now. The answers stay on the phone, and we try again. Leave the page open.',
  closed: 'The survey is closed. The answers were not received.',
  stopReading: 'Stop reading',
}
const ar: Texts = {
  kept: 'محفوظ على الهاتف. لم يُرسل بعد.',
  sending: 'جارٍ الإرسال …',
  offline: 'لا يوجد اتصال. تبقى الإجابات على الهاتف وتُرسل عند عودة الشبكة. اترك الصفحة مفتوحة.',
  busy: 'لا يمكن الإرسال الآن. تبقى الإجابات على الهاتف وسنحاول مرة أخرى. اترك الصفحة مفتوحة.',
  closed: 'الاستبيان مغلق. لم نتلقَّ الإجابات.',
  stopReading: 'أوقف القراءة',
}
const so: Texts = {
  kept: 'Waxaa lagu kaydiyay telefoonka. Weli lama dirin.',
  sending: 'Waa la dirayaa …',
  offline:
    'Xiriir ma jiro. Jawaabuhu telefoonka ayay ku jiraan, waxaana la diri doonaa marka shabakaddu soo noqoto. Bogga ha furnaado.',
  busy: 'Hadda lama diri karo. Jawaabuhu telefoonka ayay ku jiraan, mar kale ayaan isku dayeynaa. Bogga ha furnaado.',
  closed: 'Sahanku waa xiran yahay. Jawaabaha lama helin.',
  stopReading: 'Jooji akhriska',
}

const status: Readonly<Record<RespondentLanguage, Texts>> = { sv, 'sv-simple': simple, en, ar, so }

/** What the page says while it looks after the answers. */
export const answerStatus = (language: string): Texts => wordsFor(status, language)
