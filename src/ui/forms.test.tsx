import type { ComponentChild } from 'preact'
import { renderToString as render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { LanguageContext } from '../platform/i18n/language.ts'
import { Checkbox, Checkboxes } from './Checkboxes.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Field } from './Field.tsx'
import { FileUpload } from './FileUpload.tsx'
import { ActionForm, Form } from './Form.tsx'
import { RadioGroup } from './RadioGroup.tsx'
import { Select } from './Select.tsx'

const colours = [
  { value: 'red', label: 'Röd' },
  { value: 'blue', label: 'Blå', hint: 'Som havet' },
]

test('a field has its label, and is described by its hint, then its error', () => {
  const html = render(
    <Field name="email" type="email" label="E-post" hint="Din egen" error="Skriv med @" value="x" />,
  )
  expect(html).toContain('<label class="label" for="email">E-post')
  expect(html).toContain('id="email-hint"')
  expect(html).toContain('id="email-error"')
  expect(html).toMatch(/<input[^>]*aria-describedby="email-hint email-error"/)
  expect(html).toMatch(/<input[^>]*aria-invalid/)
  expect(html).toMatch(/<input[^>]*value="x"/)
})

test('a field without hint and error is described by nothing and is not invalid', () => {
  const html = render(<Field name="name" label="Namn" />)
  expect(html).not.toMatch(/aria-describedby|aria-invalid/)
})

test('a unit is read with its field', () => {
  expect(render(<Field name="time" type="number" label="Tid" unit="minuter" />)).toMatch(
    /aria-describedby="time-unit".*id="time-unit">minuter/,
  )
})

test('what was entered comes back, also in a textarea, and cannot become markup', () => {
  const bad = '</textarea><script>alert("1")</script>'
  const html = render(
    <>
      <Field name="a" type="textarea" label={bad} value={bad} error={bad} />
      <Field name="b" label="b" value={'"><script>'} />
      <Select name="c" label="c" options={[{ value: '"', label: bad }]} value={'"'} />
    </>,
  )
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;/textarea>&lt;script>')
  expect(html).toMatch(/<option[^>]*selected/)
})

test('zero is an answer', () => {
  expect(render(<Field name="n" type="number" label="n" value={0} />)).toContain('value="0"')
})

test('only the optional is marked', () => {
  expect(render(<Field name="a" label="A" optional />)).toContain('(valfritt)')
  expect(render(<Field name="a" label="A" />)).not.toContain('valfritt')
})

test.each([
  ['a field', <Field key="1" name="thing" label="x" error="Fel" />],
  ['a select', <Select key="2" name="thing" label="x" error="Fel" options={colours} />],
  ['radio buttons', <RadioGroup key="3" name="thing" label="x" error="Fel" options={colours} />],
  ['checkboxes', <Checkboxes key="4" name="thing" label="x" error="Fel" options={colours} />],
  ['one checkbox', <Checkbox key="5" name="thing" label="x" error="Fel" />],
  ['a file', <FileUpload key="6" name="thing" label="x" error="Fel" />],
])('the error summary leads to %s, to a control that can be answered', (_, question: ComponentChild) => {
  const html = render(
    <>
      <ErrorSummary errors={{ thing: 'Fel' }} />
      {question}
    </>,
  )
  expect(html).toContain('<a href="#thing">Fel</a>')
  expect(html).toMatch(/<(?:input|select)[^>]*\sid="thing"/)
  expect(html).toMatch(/id="thing-error"/)
})

test('radio buttons are one named group, described by its hint and error', () => {
  const html = render(
    <RadioGroup name="colour" label="Färg?" hint="En" error="Välj" options={colours} value="blue" />,
  )
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="colour-hint colour-error"/)
  expect(html).toMatch(/<legend[^>]*>Färg\?/)
  expect(html).toMatch(
    /id="colour-2"[^>]*value="blue"[^>]*checked[^>]*aria-describedby="colour-2-choice-hint"/,
  )
  expect(html.match(/checked/g)).toHaveLength(1)
  expect(html).toContain('for="colour-2"')
})

test('several groups with the same name stay apart when they have ids of their own', () => {
  const html = render(
    <>
      <RadioGroup name="x" id="x-1" label="1" options={colours} />
      <RadioGroup name="x" id="x-2" label="2" options={colours} />
    </>,
  )
  expect(html).toContain('id="x-1-2"')
  expect(html).toContain('id="x-2-2"')
})

test('the error summary counts, takes focus, and is silent when there is nothing to say', () => {
  const one = render(<ErrorSummary errors={{ a: 'A', b: undefined }} />)
  expect(one).toContain('En sak behöver rättas')
  expect(one).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus/)
  expect(render(<ErrorSummary errors={{ a: 'A', b: 'B' }} />)).toContain('2 saker behöver rättas')
  expect(render(<ErrorSummary errors={{}} />)).toBe('')
  expect(render(<ErrorSummary>Redan stängd</ErrorSummary>)).toContain('Det gick inte')
})

test('the error summary speaks the language of the page', () => {
  const html = render(
    <LanguageContext.Provider value="en">
      <ErrorSummary errors={{ a: 'A' }} />
    </LanguageContext.Provider>,
  )
  expect(html).toContain('One thing needs correcting')
})

test('a form leaves checking to the server and carries what is hidden', () => {
  const html = render(
    <Form action="/save" hidden={{ version: 3, nothing: undefined }} files>
      x
    </Form>,
  )
  expect(html).toMatch(/<form[^>]*method="post"[^>]*enctype="multipart\/form-data"/)
  expect(html).toMatch(/novalidate/i)
  expect(html).toContain('<input type="hidden" name="version" value="3"/>')
  expect(html).not.toContain('nothing')
})

test('a button in a row of a table says what it is about to those who hear it', () => {
  expect(render(<ActionForm action="/x" label="Ta bort" about="kandidat 12" variant="quiet" />)).toContain(
    'Ta bort<span class="sr-only"> kandidat 12</span>',
  )
})
