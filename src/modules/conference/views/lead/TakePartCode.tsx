import { useTexts } from '../../../../platform/i18n/language.ts'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { projector } from '../../messages/projector.ts'
import type { TakePart } from '../../rules/lead-model.ts'

/** Where phones go, as a code and in letters. */
export const TakePartCode = ({ takePart: { qr, link } }: { takePart: TakePart }) => {
  const t = useTexts(projector)
  const matrix = qr.map(row => [...row].map(module => module === '1'))
  return <QrCode matrix={matrix} link={link} label={t.takePart} />
}
