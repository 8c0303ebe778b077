import { useTexts } from '../../../platform/i18n/language.ts'
import { messages } from '../../messages.ts'
import type { Slot } from './layout.ts'
import type { SeriesSignal } from './series.ts'

/** What is said about signals: in the legend once for each, in the table at each measurement. */
export function useSignalNotes() {
  const t = useTexts(messages).chart
  const ofPattern = ({ kind, direction }: SeriesSignal) => t.pattern[kind][direction]
  return {
    /** Of a whole drawing: when, and what about it. */
    ofSlots: (slots: readonly Slot[]): readonly string[] => {
      const patterns = new Set(slots.flatMap(slot => slot.patterns))
      return [
        ...[...patterns].map(pattern => {
          const within = slots.filter(slot => slot.patterns.includes(pattern))
          const [first, last] = [within[0]?.point.label ?? '', within.at(-1)?.point.label ?? '']
          return `${t.fromTo(first, last)}, ${ofPattern(pattern)}`
        }),
        ...slots.flatMap(({ point, outside }) => (outside ? `${point.label}, ${t.outside[outside]}` : [])),
      ]
    },
    /** Of one measurement. */
    ofSlot: ({ patterns, outside }: Slot): readonly string[] => [
      ...patterns.map(ofPattern),
      ...(outside ? [t.outside[outside]] : []),
    ],
  }
}
