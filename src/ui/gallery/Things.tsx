import { useTexts } from '../../platform/i18n/language.ts'
import { LinkButton } from '../Button.tsx'
import { Card, Cards } from '../Card.tsx'
import { Columns } from '../Columns.tsx'
import { DescriptionList } from '../DescriptionList.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { KeyFigures } from '../KeyFigures.tsx'
import { Panel } from '../Panel.tsx'
import { Section } from '../Section.tsx'
import { Tag } from '../Tag.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { texts } from './texts.ts'

export const Things = () => {
  const t = useTexts(texts)
  const g = t.things
  return (
    <Section heading={t.parts.things} id="things">
      <KeyFigures figures={g.figures} />
      <Cards>
        <Card
          heading={g.lead}
          tone="now"
          above={<Tag tone="now">{g.now}</Tag>}
          footer={<LinkButton href="#things">{g.open}</LinkButton>}
        >
          <p>{g.leadText}</p>
        </Card>
        <Card heading={g.vote} href="#things">
          <p>{g.voteText}</p>
        </Card>
        <Card heading={g.read} href="#things">
          <p>{g.readText}</p>
        </Card>
      </Cards>
      <Columns>
        <Panel>
          <p>{g.panel}</p>
        </Panel>
        <Panel tone="now">
          <p>{g.panelNow}</p>
        </Panel>
        <Panel tone="quiet">
          <p>{g.quiet}</p>
        </Panel>
      </Columns>
      <DescriptionList
        items={g.facts.map(([term, description], index) => ({
          term,
          description,
          action:
            index === 0 ? (
              <a href="#things">
                {g.change} <VisuallyHidden>{term}</VisuallyHidden>
              </a>
            ) : undefined,
        }))}
      />
      <EmptyState heading={g.emptyHeading} action={<LinkButton href="#things">{g.start}</LinkButton>}>
        <p>{g.empty}</p>
      </EmptyState>
    </Section>
  )
}
