/**
 * The items of the ACCORD checklist for reports on consensus methods, by the numbers that the paper gives them: title,
 * introduction, methods, results, discussion and other information, 35 in all. What each asks for is said in our own
 * words in messages/accord.ts.
 *
 * Gattrell WT, Logullo P, van Zuuren EJ, et al. ACCORD (ACcurate COnsensus Reporting Document): A reporting guideline
 * for consensus methods in biomedicine developed via a modified Delphi. PLOS Medicine 2024;21(1):e1004326.
 */
export const accordSections = {
  title: ['T1'],
  introduction: ['I1', 'I2', 'I3'],
  methods: [
    'M1',
    'M2',
    'M3',
    'M4',
    'M5',
    'M6',
    'M7',
    'M8',
    'M9',
    'M10',
    'M11',
    'M12',
    'M13',
    'M14',
    'M15',
    'M16',
    'M17',
    'M18',
    'M19',
    'M20',
    'M21',
  ],
  results: ['R1', 'R2', 'R3', 'R4', 'R5'],
  discussion: ['D1', 'D2'],
  other: ['O1', 'O2', 'O3'],
} as const

export type AccordSection = keyof typeof accordSections
export type AccordItem = (typeof accordSections)[AccordSection][number]

export const accordItems: readonly AccordItem[] = Object.values(accordSections).flat()
