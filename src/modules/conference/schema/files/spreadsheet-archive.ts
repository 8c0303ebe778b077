import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'

/**
 * Looks into an XLSX before the library unpacks it. A small file can claim to be, or unpack to, many gigabytes,
 * and one cell at the far corner of a sheet makes the library fill in all the empty ones before it.
 */
export type ArchiveProblem =
  | 'excel-unreadable'
  | 'excel-unpacks-too-large'
  | 'too-many-rows'
  | 'too-many-columns'

export type ArchiveLimits = {
  /** Bytes of everything inside, unpacked. */
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
}

const mostEntries = 2000

/** A cell whose formula gave nothing to read: an error (`#REF!`), or '' where no value was saved with it. */
export type FailedCell = { readonly row: number; readonly column: number; readonly shows: string }

export type CheckedArchive =
  | { readonly safe: true; readonly failedCells: readonly FailedCell[] }
  | { readonly safe: false; readonly problem: ArchiveProblem }

const unsafe = (problem: ArchiveProblem): CheckedArchive => ({ safe: false, problem })

/**
 * Whether the library may unpack the file; if not, the first reason. `failedCells` are those of the first sheet:
 * the library leaves them out without a word.
 */
export function checkArchive(bytes: Uint8Array, limits: ArchiveLimits): CheckedArchive {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!entries) return unsafe('excel-unreadable')
  // By what they claim first, so that nothing is unpacked of a file that says it is too large.
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (claimed > limits.unpackedBytes || entries.length > mostEntries) return unsafe('excel-unpacks-too-large')

  const xmlOf = new Map<string, string>()
  for (const entry of entries) {
    const unpacked = unpack(entry)
    // The claim was a lie, or the file is damaged.
    if (unpacked?.length !== entry.size) return unsafe('excel-unreadable')
    if (/\.(xml|rels)$/.test(entry.name)) xmlOf.set(entry.name, unpacked.toString('latin1'))
  }
  const first = firstSheet(xmlOf)
  let failedCells: readonly FailedCell[] = []
  for (const [name, xml] of xmlOf) {
    if (!isSheet(name)) continue
    const sheet = lookThrough(xml, limits)
    if (!sheet.safe) return sheet
    if (name === first) failedCells = sheet.failedCells
  }
  return { safe: true, failedCells }
}

type Entry = {
  readonly name: string
  readonly packed: Buffer
  readonly isDeflated: boolean
  /** Bytes when unpacked, as the archive claims. */
  readonly size: number
}

/*
 * The parts of a ZIP that are needed here (PKWARE APPNOTE 6.3, 4.3.7, 4.3.12, 4.3.16). Archives that are
 * encrypted, split, or so large that they need the 64-bit form are none that a spreadsheet program writes here.
 */
const endRecord = { signature: 0x06054b50, length: 22, longestComment: 0xffff }
const directoryRecord = { signature: 0x02014b50, length: 46 }
const localRecord = { signature: 0x04034b50, length: 30 }

function entriesOf(file: Buffer): Entry[] | undefined {
  const end = endOf(file)
  if (end === undefined) return undefined
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let read = 0; read < count; read += 1) {
    if (at + directoryRecord.length > end || file.readUInt32LE(at) !== directoryRecord.signature)
      return undefined
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1
    const method = file.readUInt16LE(at + 10)
    const packedSize = file.readUInt32LE(at + 20)
    const size = file.readUInt32LE(at + 24)
    const nameLength = file.readUInt16LE(at + 28)
    const start = dataStart(file, file.readUInt32LE(at + 42))
    if (isEncrypted || (method !== 0 && method !== 8) || start === undefined) return undefined
    if (start + packedSize > file.length) return undefined
    entries.push({
      name: file.toString('utf8', at + directoryRecord.length, at + directoryRecord.length + nameLength),
      packed: file.subarray(start, start + packedSize),
      isDeflated: method === 8,
      size,
    })
    at += directoryRecord.length + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record is the last thing in the file but for a comment. */
function endOf(file: Buffer): number | undefined {
  const earliest = Math.max(0, file.length - endRecord.length - endRecord.longestComment)
  for (let at = file.length - endRecord.length; at >= earliest; at -= 1)
    if (file.readUInt32LE(at) === endRecord.signature) return at
  return undefined
}

function dataStart(file: Buffer, at: number): number | undefined {
  if (at + localRecord.length > file.length || file.readUInt32LE(at) !== localRecord.signature)
    return undefined
  return at + localRecord.length + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
}

function unpack({ packed, isDeflated, size }: Entry): Buffer | undefined {
  if (!isDeflated) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    return undefined
  }
}

const isSheet = (name: string) => /(^|\/)worksheets\/[^/]*\.xml$/i.test(name)

/*
 * The tags of a sheet as spreadsheet programs write them. Each pattern ends at the next `<` at the latest, so
 * that no file can make the search slow.
 */
const tag = /<(\/?)(?:[A-Za-z_][\w.-]*:)?(row|c|f|v)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g
const anyTag = /<\/?(?:[A-Za-z_][\w.-]*:)?(?:row|c|f|v)[\s/>]/g
const address = /\sr\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']/
const typeOf = /\st\s*=\s*["'](\w+)["']/

type Cell = { row: number; column: number; type: string; isFormula: boolean; value: string | undefined }

/** Only a formula that gives text (`str`) can have been saved with an empty value. */
const hasFailed = ({ type, isFormula, value }: Cell) =>
  type === 'e' || (isFormula && (value === undefined || (value === '' && type !== 'str')))

function lookThrough(xml: string, limits: ArchiveLimits): CheckedArchive {
  const failedCells: FailedCell[] = []
  let understood = 0
  let cell: Cell = { row: 0, column: 0, type: '', isFormula: false, value: undefined }
  for (const { 0: whole, 1: slash, 2: name, 3: attributes = '', 4: closed, index } of xml.matchAll(tag)) {
    understood += 1
    const isEnd = slash === '/'
    if (name === 'f') cell.isFormula = true
    if (name === 'v' && !isEnd) cell.value = closed ? '' : textAfter(xml, index + whole.length)
    if (name === 'c' && isEnd) {
      if (hasFailed(cell)) failedCells.push({ row: cell.row, column: cell.column, shows: cell.value ?? '' })
    }
    if (isEnd || (name !== 'row' && name !== 'c')) continue

    const [, letters = '', digits = ''] = attributes.match(address) ?? []
    if (digits === '' && /\sr\s*=/.test(attributes)) return unsafe('excel-unreadable')
    const at = { row: Number(digits), column: columnNumber(letters) }
    if (at.row > limits.rows) return unsafe('too-many-rows')
    if (at.column > limits.columns) return unsafe('too-many-columns')
    cell = { ...at, type: attributes.match(typeOf)?.[1] ?? '', isFormula: false, value: undefined }
  }
  // What is written so that we do not understand it could say anything to the library.
  if (understood !== (xml.match(anyTag)?.length ?? 0)) return unsafe('excel-unreadable')
  return { safe: true, failedCells }
}

const textAfter = (xml: string, start: number) => xml.slice(start, xml.indexOf('<', start))

/** `A` is 1, `Z` 26, `AA` 27; no letters is 0. */
const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** The path of the sheet that stands first in the workbook. */
function firstSheet(xmlOf: ReadonlyMap<string, string>): string {
  const [, id] = xmlOf.get('xl/workbook.xml')?.match(/<(?:\w+:)?sheet\s[^<>]*\br:id\s*=\s*"([^"]+)"/) ?? []
  const relations = xmlOf.get('xl/_rels/workbook.xml.rels') ?? ''
  const relation = (relations.match(/<(?:\w+:)?Relationship\s[^<>]*>/g) ?? []).find(
    each => attribute(each, 'Id') === id,
  )
  const target = (relation && attribute(relation, 'Target')) ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`))?.[1]
