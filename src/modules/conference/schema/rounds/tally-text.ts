import type { TallyReport } from '../../rules/rounds/protocol.ts'

/** The tally for reading in a terminal: rounds as a table, then ties, then both protocols. Ends with a line break. */
export function tallyText({ rounds, comprehensiveProtocol, coreProtocol, awaits }: TallyReport): string {
  const ties = rounds.flatMap(({ round, ties: inRound }) => inRound.map(tie => ({ round, ...tie })))
  const sections = [
    table(
      ['Round', 'Ballots', 'Items', 'Accepted', 'Dropped', 'Kept'],
      rounds.map(({ round, ballots, items, accepted, dropped, kept }) => [
        round,
        ballots,
        items,
        accepted.length,
        dropped.length,
        kept.length,
      ]),
    ),
    ties.map(
      ({ round, cut, items, seats }) =>
        `Tie in round ${round} at the ${cut} cut: items ${items.join(', ')} have equal support and ${
          cut === 'accept' ? `${seats} of them can be accepted` : `${seats} of them are to be dropped`
        }. Choose all, none or a run-off vote.`,
    ),
    awaits === undefined ? [] : [`Round ${awaits} has no ballots yet.`],
    comprehensiveProtocol.length === 0
      ? []
      : [
          `Comprehensive protocol, ${counted(comprehensiveProtocol.length)}:`,
          comprehensiveProtocol.join(' '),
        ],
    coreProtocol.length === 0
      ? []
      : [
          `Core protocol, ${counted(coreProtocol.length)}:`,
          ...table(
            ['Item', 'Yes', 'Of', 'Percent'],
            coreProtocol.map(({ item, yes, of, percent }) => [item, yes, of, percent]),
          ),
        ],
  ]
  const paragraphs = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
  return `${paragraphs.join('\n\n')}\n`
}

const counted = (items: number): string => `${items} ${items === 1 ? 'item' : 'items'}`

/** Columns two spaces apart, numbers to the right. */
function table(heading: readonly string[], rows: readonly (readonly number[])[]): string[] {
  const cells = [heading, ...rows.map(row => row.map(String))]
  const widths = heading.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)))
  return cells.map(row => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
}
