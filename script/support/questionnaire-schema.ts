// Writes docs/questionnaire.schema.json, the published form of questionnaires: node script/support/questionnaire-schema.ts
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { questionnaireJsonSchema } from '../../src/modules/surveys/schema/questionnaire.ts'

const root = join(import.meta.dirname, '..', '..')
const path = join(root, 'docs', 'questionnaire.schema.json')
writeFileSync(path, JSON.stringify(questionnaireJsonSchema(), null, 2))
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', path], { stdio: 'inherit' })
