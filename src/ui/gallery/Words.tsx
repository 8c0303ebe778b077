import { useTexts } from '../../platform/i18n/language.ts'
import { Details } from '../Details.tsx'
import { Section } from '../Section.tsx'
import { Tag, type TagTone } from '../Tag.tsx'
import { texts } from './texts.ts'

const tones: readonly TagTone[] = ['neutral', 'active', 'now', 'success', 'warning', 'danger']

export const Words = () => {
  const t = useTexts(texts)
  return (
    <Section heading={t.parts.words} id="words">
      <p>{t.words.text}</p>
      <p>
        {t.words.linkBefore}
        <a href="#words">{t.words.link}</a>.
      </p>
      <Section heading={t.words.compound} level={3}>
        <p>{t.words.compoundLead}</p>
      </Section>
      <p>
        {tones.map((tone, index) => (
          <>
            <Tag tone={tone}>{t.words.tags[index]}</Tag>{' '}
          </>
        ))}
      </p>
      <Details summary={t.words.more}>
        <p>{t.words.moreText}</p>
      </Details>
    </Section>
  )
}
