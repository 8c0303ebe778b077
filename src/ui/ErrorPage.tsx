import { type Catalogue, useTexts } from '../platform/i18n/language.ts'
import { LinkButton } from './Button.tsx'
import { Page } from './Page.tsx'
import { PageHeading } from './PageHeading.tsx'

const sv = {
  home: 'Till startsidan',
  400: {
    title: 'Det gick inte att förstå',
    text: 'Något i adressen eller formuläret stämmer inte. Gå tillbaka och försök igen.',
  },
  403: {
    title: 'Du kommer inte åt den här sidan',
    text: 'Du kan behöva logga in, eller så är sidan till för någon med en annan uppgift än din. Kom du hit från ett formulär? Ladda om sidan du var på och skicka igen.',
  },
  404: { title: 'Sidan finns inte', text: 'Adressen kan vara felskriven, eller så har sidan flyttat.' },
  413: { title: 'Filen är för stor', text: 'Inget har sparats. Välj en mindre fil, högst 10 MB.' },
  429: {
    title: 'Vänta en liten stund',
    text: 'Det kom väldigt många förfrågningar på en gång. Försök igen om en minut. Inget du redan sparat är borta.',
  },
  500: { title: 'Något gick fel hos oss', text: 'Det du redan sparat finns kvar. Försök igen om en stund.' },
}
const en: typeof sv = {
  home: 'To the start page',
  400: {
    title: 'That could not be understood',
    text: 'Something in the address or the form is not right. Go back and try again.',
  },
  403: {
    title: 'You cannot open this page',
    text: 'You may need to log in, or the page is for somebody with another task than yours. Did you come here from a form? Reload the page you were on and send again.',
  },
  404: { title: 'There is no such page', text: 'The address may be misspelt, or the page has moved.' },
  413: {
    title: 'The file is too large',
    text: 'Nothing has been saved. Choose a smaller file, at most 10 MB.',
  },
  429: {
    title: 'Please wait a moment',
    text: 'Very many requests came at once. Try again in a minute. Nothing you have saved is gone.',
  },
  500: {
    title: 'Something went wrong on our side',
    text: 'What you have saved is still there. Try again in a while.',
  },
}
const texts: Catalogue<typeof sv> = { sv, en }

const known = [400, 403, 404, 413, 429] as const

/** What went wrong, what is kept, and the way on. */
export const ErrorPage = ({ status }: { status: number }) => {
  const t = useTexts(texts)
  const { title, text } = t[known.find(one => one === status) ?? 500]
  return (
    <Page title={title}>
      <PageHeading lead={text}>{title}</PageHeading>
      <p>
        <LinkButton href="/">{t.home}</LinkButton>
      </p>
    </Page>
  )
}
