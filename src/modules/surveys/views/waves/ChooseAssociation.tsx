import { useTexts } from '../../../../platform/i18n/language.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { waveMessages } from '../../messages/waves.ts'

/** For those who work for several associations: a wave is one association's. */
export const ChooseAssociation = ({
  associations,
}: {
  associations: readonly { readonly id: string; readonly name: string }[]
}) => {
  const t = useTexts(waveMessages).form
  return (
    <Page title={t.title}>
      <PageHeading>{t.title}</PageHeading>
      <Form action="/surveys/new" method="get">
        <RadioGroup
          name="association"
          label={t.chooseAssociation}
          options={associations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ButtonRow>
          <Button>{t.choose}</Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
